/**
 * The proof of the course: what must hold for a lesson so that its checks can
 * be trusted and its two pages say the same.
 *
 * @module
 */
import { join } from "node:path";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Text } from "../../tests/support/text.ts";
import { findLessons } from "../course.ts";
import type { Lesson } from "../course.ts";
import { inOrder } from "../in_order.ts";
import type { Run } from "../run_checks.ts";
import { readClaim } from "./claim.ts";
import { list } from "./list.ts";
import { proveExports, proveFiles } from "./prove_files.ts";
import { proveC, provePages, provePictures } from "./prove_pages.ts";
import { pathsOf } from "./proof_paths.ts";
import { runAnswer as runChecks } from "./run_answer.ts";

/** What was found out about one lesson. */
export interface Proof {
  lesson: Lesson;
  checks: number;
  wrongAnswers: number;
  rightAnswers: number;
  refused: number;
  /** Refused by the check and with the words that the file names. */
  rightWords: number;
  /** What does not hold, one sentence each. */
  faults: string[];
}

/** Proves one lesson. */
export async function proveLesson(lesson: Lesson): Promise<Proof> {
  const paths = pathsOf(lesson);
  const faults = [
    ...proveFiles(lesson),
    ...provePages(lesson),
    ...await proveC(lesson),
    ...await proveExports(lesson),
  ];
  const stub = await runChecks({ lesson, instead: paths.stub });
  for (const { name, state } of stub.outcomes) {
    if (state !== "not started") faults.push(`stub: "${name.en}" is ${state}`);
  }
  if (stub.outcomes.length === 0) faults.push(`no check runs: ${stub.errors}`);
  const solution = await runChecks({
    lesson,
    instead: paths.solution,
    wire: true,
  });
  faults.push(...notPassed("solution", solution));
  faults.push(...provePictures(lesson, solution.outcomes));
  let refused = 0;
  let rightWords = 0;
  const files = list(paths.wrongAnswers);
  // Two at a time: most of a wrong answer's time is spent in waiting.
  const refusals = inOrder(files, async (file) => {
    const instead = join(paths.wrongAnswers, file);
    return {
      file,
      instead,
      run: await runChecks({ lesson, instead }),
    };
  }, 2);
  for await (const { file, instead, run } of refusals) {
    const claim = readClaim(Deno.readTextFileSync(instead));
    const failed = run.outcomes.filter(({ state }) => state === "failed");
    if (failed.length > 0) refused++;
    const fault = claim === undefined
      ? "its header does not say which check refuses it and what that must say"
      : compare(claim, failed);
    if (fault === undefined) rightWords++;
    else faults.push(`${file}: ${fault}`);
  }
  const right = list(paths.rightAnswers);
  for (const file of right) {
    const instead = join(paths.rightAnswers, file);
    const run = await runChecks({ lesson, instead });
    faults.push(...notPassed(file, run));
  }
  if (files.length < 5) faults.push(`only ${files.length} wrong answers`);
  return {
    lesson,
    checks: stub.outcomes.length,
    wrongAnswers: files.length,
    rightAnswers: right.length,
    refused,
    rightWords,
    faults,
  };
}

function compare(
  claim: { check: string; words: string },
  failed: readonly Outcome<Text>[],
): string | undefined {
  const [first] = failed;
  if (first === undefined) return "it passes";
  const named = failed.find((outcome) => outcome.name.en === claim.check);
  if (named === undefined) {
    return `it is refused by "${first.name.en}", not by "${claim.check}"`;
  }
  const said = named.message.en.replaceAll(/\s+/g, " ");
  if (!said.includes(claim.words)) {
    return `"${claim.words}" is not in what it is told: ${named.message.en}`;
  }
}

function notPassed(what: string, run: Run): string[] {
  const faults = run.outcomes
    .filter(({ state }) => state !== "passed")
    .map(({ name, state, message }) =>
      `${what}: "${name.en}" is ${state}: ${message.en}`
    );
  if (run.stopped !== undefined) faults.push(`${what}: ${run.stopped}`);
  return faults;
}

/** One line on a proof, for the screen. */
export function summary(proof: Proof): string {
  return `${proof.lesson.folder}: ${proof.checks} checks, ` +
    `${proof.wrongAnswers} wrong answers, ${proof.refused} refused, ` +
    `${proof.rightWords} with the right words, ` +
    `${proof.rightAnswers} other right answers`;
}

if (import.meta.main) {
  const wanted = Deno.args.map(Number);
  for (const lesson of findLessons()) {
    if (wanted.length > 0 && !wanted.includes(lesson.number)) continue;
    const proof = await proveLesson(lesson);
    console.log(summary(proof));
    for (const fault of proof.faults) console.log(`  FAULT ${fault}`);
  }
}
