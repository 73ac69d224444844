/**
 * Puts the solutions into the place of the exercises, so that the students'
 * own commands can be tried on them: `deno run -A runner/dev/solve.ts`.
 *
 * @module
 */
import { findLessons, root } from "../course.ts";
import { pathsOf } from "./answers.ts";

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
