/**
 * The proof that the checks of a lesson tell right from wrong: they refuse each
 * wrong answer with the words that it is there for, and pass each right one.
 *
 * @module
 */
import { join } from "node:path";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Lesson } from "../course.ts";
import { inOrder } from "../in_order.ts";
import type { Run } from "../run_checks.ts";
import { counted } from "../verdict.ts";
import { readClaim } from "./claim.ts";
import type { Claim } from "./claim.ts";
import { list } from "./list.ts";
import { pathsOf } from "./proof_paths.ts";
import { runAnswer } from "./run_answer.ts";

/** What was found out about the answers to one lesson. */
export interface AnswersProof {
  wrongAnswers: number;
  rightAnswers: number;
  refused: number;
  /** Refused by the check and with the words that the file names. */
  rightWords: number;
  /** Left out, because the system cannot show the check that refuses them. */
  leftOut: number;
  /** What does not hold, one sentence each. */
  faults: string[];
}

/** Runs all wrong and right answers, on the played system `system` if given. */
export async function proveAnswers(
  lesson: Lesson,
  system?: string,
): Promise<AnswersProof> {
  const paths = pathsOf(lesson);
  const wrong = list(paths.wrongAnswers);
  const right = list(paths.rightAnswers);
  const proof: AnswersProof = {
    wrongAnswers: wrong.length,
    rightAnswers: right.length,
    refused: 0,
    rightWords: 0,
    leftOut: 0,
    faults: [],
  };
  // Two at a time: most of a wrong answer's time is spent in waiting.
  const refusals = inOrder(wrong, async (file) => {
    const instead = join(paths.wrongAnswers, file);
    return { file, instead, run: await runAnswer({ lesson, instead }, system) };
  }, 2);
  for await (const { file, instead, run } of refusals) {
    const claim = readClaim(Deno.readTextFileSync(instead));
    if (claim !== undefined && isLeftOut(claim, run)) {
      proof.leftOut++;
      continue;
    }
    const failed = run.outcomes.filter(({ state }) => state === "failed");
    if (failed.length > 0) proof.refused++;
    const fault = claim === undefined
      ? "its header does not say which check refuses it and what that must say"
      : compare(claim, failed);
    if (fault === undefined) proof.rightWords++;
    else proof.faults.push(`${file}: ${fault}`);
  }
  for (const file of right) {
    const instead = join(paths.rightAnswers, file);
    const run = await runAnswer({ lesson, instead }, system);
    proof.faults.push(...notPassed(file, run));
  }
  return proof;
}

/** What keeps an answer from passing the lesson, one sentence each. */
export function notPassed(what: string, run: Run): string[] {
  const faults = counted(run.outcomes)
    .filter(({ state }) => state !== "passed")
    .map(({ name, state, message }) =>
      `${what}: "${name.en}" is ${state}: ${message.en}`
    );
  if (run.stopped !== undefined) faults.push(`${what}: ${run.stopped}`);
  return faults;
}

function isLeftOut({ check }: Claim, { outcomes }: Run): boolean {
  return outcomes.some(({ name, state }) =>
    name.en === check && state === "not on this system"
  );
}

function compare(
  claim: Claim,
  failed: readonly Outcome<Text>[],
): string | undefined {
  const [first] = failed;
  if (first === undefined) return "it passes";
  const named = failed.find((outcome) => outcome.name.en === claim.check);
  if (named === undefined) {
    return `it is refused by "${first.name.en}", not by "${claim.check}"`;
  }
  const said = named.message.en.replaceAll(/\s+/g, " ");
  if (!claim.words.some((words) => said.includes(words))) {
    return `"${
      claim.words.join(" | ")
    }" is not in what it is told: ${named.message.en}`;
  }
}
