import { join } from "node:path";
import { pathsOf as coursePathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";

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
