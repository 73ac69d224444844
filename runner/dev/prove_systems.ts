/**
 * The proof that the course holds on other systems: `deno run -A
 * runner/dev/prove_systems.ts windows 3 5` proves two lessons on one of them.
 *
 * @module
 */
import type { State } from "../../tests/support/verdict/outcome.ts";
import { findLessons } from "../course.ts";
import type { Lesson } from "../course.ts";
import { inOrder } from "../run/in_order.ts";
import { pathsOf, runAnswer } from "./answers.ts";
import { notPassed, proveAnswers } from "./prove_answers.ts";
import type { AnswersProof, Sample } from "./prove_answers.ts";
import { systems } from "./systems.ts";

/** What was found out about the lessons on one system. */
export interface SystemProof
  extends Pick<AnswersProof, "refused" | "leftOut" | "faults"> {
  system: string;
  /** The checks that the solutions passed, and those that it cannot show. */
  passed: number;
  missing: number;
}

/** Proves lessons on a played system; see {@linkcode proveAnswers}. */
export async function proveSystem(
  system: string,
  lessons: readonly Lesson[] = findLessons(),
  sample?: Sample,
): Promise<SystemProof> {
  const answered = systems[system];
  const proof: SystemProof = {
    system,
    passed: 0,
    missing: 0,
    refused: 0,
    leftOut: 0,
    faults: [],
  };
  const found = inOrder(lessons, async (lesson) => {
    const instead = pathsOf(lesson).solution;
    const run = await runAnswer({ lesson, instead }, system);
    const answers = answered === "all" || answered.includes(lesson.number)
      ? await proveAnswers(lesson, system, sample)
      : undefined;
    return { lesson, run, answers };
  });
  for await (const { lesson, run, answers } of found) {
    const faults = [
      ...notPassed("solution", run, { extras: true }),
      ...answers?.faults ?? [],
    ];
    const count = (wanted: State) =>
      run.outcomes.filter(({ state }) => state === wanted).length;
    proof.passed += count("passed");
    proof.missing += count("not on this system");
    proof.refused += answers?.refused ?? 0;
    proof.leftOut += answers?.leftOut ?? 0;
    proof.faults.push(
      ...faults.map((fault) => `${system}, ${lesson.folder}: ${fault}`),
    );
  }
  return proof;
}

/** One line on a proof, for the screen. */
export function systemSummary(proof: SystemProof): string {
  return `${proof.system}: the solutions pass ${proof.passed} checks, ` +
    `${proof.missing} are not possible there; ` +
    `${proof.refused} wrong answers are refused, ` +
    `${proof.leftOut} are left out`;
}

if (import.meta.main) {
  const [system, ...numbers] = Deno.args;
  const lessons = findLessons().filter(({ number }) =>
    numbers.length === 0 || numbers.includes(`${number}`)
  );
  for (const name of system === undefined ? Object.keys(systems) : [system]) {
    const proof = await proveSystem(name, lessons);
    console.log(systemSummary(proof));
    for (const fault of proof.faults) console.log(`  FAULT ${fault}`);
  }
}
