import { grade } from "./grade.ts";
import type { Lesson } from "./course.ts";
import type { Options } from "./plain_options.ts";
import type { Verdict } from "./verdict.ts";

/** A lesson that is being graded for somebody who waits for it. */
export interface Grading {
  verdict: Promise<Verdict>;
  /**
   * The lines of each check's picture for a terminal, whole once the verdict
   * is there; undefined where nobody asked for them.
   */
  pictures?: readonly Promise<string[]>[];
}

/**
 * Begins to grade a lesson. Pictures for a terminal are drawn one by one while
 * the checks run, so the verdict need not wait for them.
 */
export function gradeAndDraw(
  lesson: Lesson,
  options: Options,
  signal: AbortSignal,
): Grading {
  const { lang: language, picture } = options;
  const grading = { language, signal, wire: picture !== undefined };
  if (picture !== "" || options.json) {
    return { verdict: grade(lesson, grading) };
  }
  const pictures: Promise<string[]>[] = [];
  const verdict = grade(lesson, {
    ...grading,
    onOutcome: (outcome) =>
      pictures.push(
        // Loaded now and not before: until the first check is done, its
        // process has need of all processors.
        import("./picture/draw_check.ts")
          .then(({ drawCheck }) => drawCheck(outcome, options)),
      ),
  });
  return { verdict, pictures };
}
