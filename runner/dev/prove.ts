/**
 * The proof of the course: what must hold for a lesson so that its checks can
 * be trusted and its two pages say the same.
 *
 * @module
 */
import { join, relative } from "node:path";
import { findLessons, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { moduleUrl } from "../module_url.ts";
import { list, pathsOf, runAnswer as runChecks } from "./answers.ts";
import { notPassed, proveAnswers } from "./prove_answers.ts";
import type { AnswersProof } from "./prove_answers.ts";
import { creditLines } from "./prove_credit.ts";
import { proveC, provePages, provePictures } from "./prove_pages.ts";

/** What was found out about one lesson. */
export interface Proof extends AnswersProof {
  lesson: Lesson;
  checks: number;
  /** What a person has still to write, one sentence each. */
  toDos: string[];
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
    if (state === "not on this system") continue;
    if (state !== "not started") faults.push(`stub: "${name.en}" is ${state}`);
  }
  if (stub.outcomes.length === 0) faults.push(`no check runs: ${stub.errors}`);
  const solution = await runChecks({
    lesson,
    instead: paths.solution,
    wire: true,
  });
  faults.push(...notPassed("solution", solution, { extras: true }));
  faults.push(...provePictures(lesson, solution.outcomes));
  const answers = await proveAnswers(lesson);
  faults.push(...answers.faults);
  const { wrongAnswers } = answers;
  const toDos = toDosOf(lesson);
  if (wrongAnswers < 5) {
    toDos.push(`to do: wrong answers: ${wrongAnswers} of at least 5`);
  }
  return { lesson, checks: stub.outcomes.length, ...answers, faults, toDos };
}

/** One line on a proof, for the screen. */
export function summary(proof: Proof): string {
  return `${proof.lesson.folder}: ${proof.checks} checks, ` +
    `${proof.wrongAnswers} wrong answers, ${proof.refused} refused, ` +
    `${proof.rightWords} with the right words, ` +
    `${proof.rightAnswers} other right answers`;
}

/*
 * That the files of a lesson are there, are the right ones and no others.
 */

/** How long a stub may be: one screen, with its comments in two languages. */
const longestStub = 64;

/** The faults of the files of a lesson, one sentence each. */
export function proveFiles(lesson: Lesson): string[] {
  const paths = pathsOf(lesson);
  const file = `${lesson.name}.ts`;
  const faults: string[] = [];
  const expected: Record<string, string[]> = {
    [join(root, "lessons", lesson.folder)]: ["README.ko.md", "README.md", file],
    [join(root, "solutions", lesson.folder)]: [file],
    [join(root, "tests", "stubs", lesson.folder)]: [file],
  };
  for (const [folder, names] of Object.entries(expected)) {
    const found = list(folder).join(", ");
    if (found !== names.sort().join(", ")) {
      faults.push(`${folder} holds ${found}, not ${names.join(", ")}`);
    }
  }
  const stub = Deno.readTextFileSync(paths.stub);
  if (Deno.readTextFileSync(paths.exercise) !== stub) {
    faults.push(`${file} in lessons is not the one in tests/stubs`);
  }
  const lines = stub.trimEnd().split("\n").length;
  if (lines > longestStub) {
    faults.push(`the stub has ${lines} lines, more than ${longestStub}`);
  }
  return faults;
}

/** The word that marks what a person has still to write, and what that is. */
const toDo = /\bTODO\b:? *(.*?) *(?:"|\||\*\/|\]\(lessons|$)/;

/** Each place in the files of a lesson that is marked as unfinished. */
export function toDosOf(lesson: Lesson): string[] {
  const paths = pathsOf(lesson);
  const folders = [paths.checksOwn, paths.wrongAnswers, paths.rightAnswers];
  const files = [
    ...Object.values(paths.page),
    paths.exercise,
    paths.stub,
    paths.solution,
    paths.checks,
    ...folders.flatMap((folder) =>
      list(folder).filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name))
    ),
  ];
  const pages = ["README.md", "README.ko.md"].map((name) => join(root, name));
  return [...files, ...pages].flatMap((path) =>
    Deno.readTextFileSync(path).split(/\r?\n/).flatMap((line, i) => {
      const task = toDo.exec(line)?.[1];
      // The course's own pages belong to each lesson by one line.
      const others = pages.includes(path) && !line.includes(lesson.folder);
      if (task === undefined || others) return [];
      const place = relative(root, path).replaceAll("\\", "/");
      return [`to do: ${place}:${i + 1}: ${task}`];
    })
  );
}

/** The faults of what stub and solution export: it must be the same. */
export async function proveExports(lesson: Lesson): Promise<string[]> {
  const paths = pathsOf(lesson);
  const [stub, solution] = await Promise.all(
    [paths.stub, paths.solution].map(async (path) =>
      Object.keys(await import(moduleUrl(path))).sort().join(", ")
    ),
  );
  return stub === solution
    ? []
    : [`the stub exports ${stub}, the solution ${solution}`];
}

if (import.meta.main) {
  const wanted = Deno.args.map(Number);
  for (const lesson of findLessons()) {
    if (wanted.length > 0 && !wanted.includes(lesson.number)) continue;
    const proof = await proveLesson(lesson);
    console.log(summary(proof));
    for (const fault of proof.faults) console.log(`  FAULT ${fault}`);
    for (const toDo of proof.toDos) console.log(`  ${toDo}`);
    // Of a lesson that is being written there is nothing to learn from it.
    if (proof.toDos.length > 0) continue;
    for (const line of creditLines(proof.credits)) console.log(`  ${line}`);
  }
}
