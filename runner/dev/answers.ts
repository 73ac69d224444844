import { dirname, join } from "node:path";
import { pathsOf as coursePathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { runChecks } from "../run/checks.ts";
import type { Run, RunOptions } from "../run/checks.ts";
import { systemFiles } from "./systems.ts";

/**
 * Where the parts of a lesson are, as absolute paths: those of every copy of
 * the course, and those that only the whole tree has.
 */
export function pathsOf(
  lesson: Lesson,
  base: string = root,
): ReturnType<typeof coursePathsOf> & {
  solution: string;
  /** The folder of the answers that the checks refuse. */
  wrongAnswers: string;
  /** The folder of the answers that they pass, beside the solution. */
  rightAnswers: string;
} {
  const { folder, name } = lesson;
  return {
    ...coursePathsOf(lesson, base),
    solution: join(base, "solutions", folder, `${name}.ts`),
    wrongAnswers: join(base, "tests", "wrong_answers", folder),
    rightAnswers: join(base, "tests", "right_answers", folder),
  };
}

/**
 * Runs the checks of a lesson on one of the proof's own answers. They are
 * written upon the solution, so they may read it; an exercise may not. With
 * `system` they run on a system that is played; see systems.ts.
 */
export function runAnswer(options: RunOptions, system?: string): Promise<Run> {
  const paths = pathsOf(options.lesson);
  const folder = dirname(options.instead ?? "");
  const isAnswer = [paths.wrongAnswers, paths.rightAnswers].includes(folder);
  const readable = isAnswer ? [paths.solution] : [];
  if (system === undefined) return runChecks({ ...options, readable });
  const { preload, files } = systemFiles(system);
  return runChecks({
    ...options,
    preload,
    readable: [...readable, ...files],
  });
}

/** The names in a folder; none where there is no such folder. */
export function list(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
