import { cpSync } from "node:fs";
import { join } from "node:path";
import { findLessons, root } from "../course.ts";
import { pathsOf } from "./answers.ts";

/**
 * Copies the course into a new folder for the time of `use`, so that nothing
 * that is tried there touches the project. With `solved`, the solutions stand
 * in the place of the exercises.
 */
export async function withCopy<T>(
  { solved }: { solved: boolean },
  use: (base: string) => Promise<T>,
): Promise<T> {
  const base = Deno.realPathSync(
    Deno.makeTempDirSync({ prefix: "socketlings_" }),
  );
  try {
    Deno.copyFileSync(join(root, "deno.json"), join(base, "deno.json"));
    for (const folder of ["lessons", "solutions", "tests", "runner"]) {
      cpSync(join(root, folder), join(base, folder), { recursive: true });
    }
    for (const lesson of findLessons(base)) {
      const { exercise, solution, stub } = pathsOf(lesson, base);
      Deno.copyFileSync(solved ? solution : stub, exercise);
    }
    return await use(base);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
}

/*
 * Puts the solutions into the place of the exercises, so that the students'
 * own commands can be tried on them: `deno run -A runner/dev/copy.ts`.
 */

/**
 * Does so below `base`. Throws, before anything is changed, where an exercise
 * is neither as it is handed out nor the solution: somebody wrote it.
 */
export function solve(base: string = root): void {
  const lessons = findLessons(base).map((lesson) => pathsOf(lesson, base));
  for (const { exercise, stub, solution } of lessons) {
    const [present, ...ours] = [exercise, stub, solution]
      .map((path) => Deno.readTextFileSync(path));
    if (!ours.includes(present)) {
      throw new Error(`${exercise} is somebody's work: put it elsewhere first`);
    }
  }
  for (const { exercise, solution } of lessons) {
    Deno.copyFileSync(solution, exercise);
  }
}

if (import.meta.main) solve();
