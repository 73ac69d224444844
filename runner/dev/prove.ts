/**
 * The proof of the course: what must hold for a lesson so that its checks can
 * be trusted and its two pages say the same.
 *
 * @module
 */
import { findLessons } from "../course.ts";
import type { Lesson } from "../course.ts";
import { counted } from "../verdict.ts";
import { notPassed, proveAnswers } from "./prove_answers.ts";
import type { AnswersProof } from "./prove_answers.ts";
import { proveExports, proveFiles } from "./prove_files.ts";
import { provePages, provePictures } from "./prove_pages.ts";
import { pathsOf } from "./proof_paths.ts";
import { runAnswer as runChecks } from "./run_answer.ts";

/** What was found out about one lesson. */
export interface Proof extends AnswersProof {
  lesson: Lesson;
  checks: number;
}

/** Proves one lesson. */
export async function proveLesson(lesson: Lesson): Promise<Proof> {
  const paths = pathsOf(lesson);
  const faults = [
    ...proveFiles(lesson),
    ...provePages(lesson),
    ...await proveExports(lesson),
  ];
  const stub = await runChecks({ lesson, instead: paths.stub });
  for (const { name, state } of counted(stub.outcomes)) {
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
  const answers = await proveAnswers(lesson);
  faults.push(...answers.faults);
  const { wrongAnswers } = answers;
  if (wrongAnswers < 5) faults.push(`only ${wrongAnswers} wrong answers`);
  return { lesson, checks: stub.outcomes.length, ...answers, faults };
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
