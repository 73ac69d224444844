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
import { messagesOf } from "../../tests/support/verdict/told.ts";
import { inWords } from "../verdict.ts";
import { readClaim } from "./claim.ts";
import { changedWords, keptIn, readKept, wordsToKeep } from "./kept_words.ts";
import { list } from "./list.ts";
import { mistakeOf, mistakesOf, mistakesOfKit } from "./mistakes.ts";
import { pathsOf } from "./proof_paths.ts";
import { runAnswer } from "./run_answer.ts";

/** What was found out about the answers to one lesson. */
export interface AnswersProof {
  wrongAnswers: number;
  rightAnswers: number;
  refused: number;
  /** Refused by a verdict that names the mistake. */
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
  const kept = readKept(lesson);
  const mistakes = await mistakesOf(lesson);
  let said = "";
  for await (const { file, instead, run } of refusals) {
    if (isLeftOut(keptIn(kept, file), run)) {
      proof.leftOut++;
      continue;
    }
    const failed = run.outcomes.filter(({ state }) => state === "failed")
      .map(inWords);
    if (failed.length > 0) proof.refused++;
    said += wordsToKeep(file, failed[0]);
    const fault = mistakes === undefined
      ? compareClaim(Deno.readTextFileSync(instead), failed)
      : compareName(mistakeOf(file), failed[0]);
    if (fault === undefined) proof.rightWords++;
    else proof.faults.push(`${file}: ${fault}`);
  }
  if (mistakes !== undefined) proof.faults.push(...unpaired(mistakes, wrong));
  // On another system numbers and errors are told in other words.
  if (system === undefined) proof.faults.push(...changedWords(kept, said));
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
    .map(({ name, state, told }) =>
      `${what}: "${name.en}" is ${state}: ${messagesOf(told).en}`
    );
  if (run.stopped !== undefined) faults.push(`${what}: ${run.stopped}`);
  return faults;
}

/** True where the check that refuses an answer is not possible here. */
function isLeftOut(check: string | undefined, { outcomes }: Run): boolean {
  return outcomes.some(({ name, state }) =>
    name.en === check && state === "not on this system"
  );
}

/** The mistakes that no wrong answer makes, and the other way round. */
function unpaired(
  mistakes: readonly string[],
  files: readonly string[],
): string[] {
  const made = new Set(files.map(mistakeOf));
  const known = mistakesOfKit().union(new Set(mistakes));
  return [
    ...mistakes.filter((mistake) => !made.has(mistake))
      .map((mistake) => `no wrong answer makes the mistake ${mistake}`),
    ...files.filter((file) => !known.has(mistakeOf(file)))
      .map((file) => `${file}: no catalogue has a mistake of this name`),
  ];
}

/** Compares the mistake that a file is named after with the one it is told. */
function compareName(
  mistake: string,
  first: Outcome<Text> | undefined,
): string | undefined {
  if (first === undefined) return "it passes";
  const told = first.told?.mistake ?? "none";
  return told === mistake
    ? undefined
    : `it is told the mistake ${told} by "${first.name.en}": ${
      messagesOf(first.told).en
    }`;
}

function compareClaim(
  source: string,
  failed: readonly Outcome<Text>[],
): string | undefined {
  const claim = readClaim(source);
  if (claim === undefined) {
    return "its header does not say which check refuses it and what that must say";
  }
  const [first] = failed;
  if (first === undefined) return "it passes";
  const named = failed.find((outcome) => outcome.name.en === claim.check);
  if (named === undefined) {
    return `it is refused by "${first.name.en}", not by "${claim.check}"`;
  }
  const message = messagesOf(named.told).en;
  const said = message.replaceAll(/\s+/g, " ");
  if (!said.includes(claim.words)) {
    return `"${claim.words}" is not in what it is told: ${message}`;
  }
}
