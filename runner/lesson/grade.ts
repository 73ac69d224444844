import type { Language, Text } from "../../tests/support/text.ts";
import type { Lesson } from "../course.ts";
import { runChecks } from "../run/checks.ts";
import type { RunOptions } from "../run/checks.ts";
import { inOrder } from "../run/in_order.ts";
import type { Verdict } from "../run/verdict.ts";
import type { Options } from "./options.ts";

/** How to grade. */
export interface GradeOptions extends Omit<RunOptions, "lesson" | "under"> {
  language: Language;
}

/** Grades one lesson, in one language. */
export async function grade(
  lesson: Lesson,
  { language, ...options }: GradeOptions,
): Promise<Verdict> {
  const verdict = await gradeInAll(lesson, options);
  const { translate } = await import("../run/verdict.ts");
  return translate(verdict, language);
}

/** Grades one lesson, with its words in all languages. */
export async function gradeInAll(
  lesson: Lesson,
  options: Omit<GradeOptions, "language">,
): Promise<Verdict<Text>> {
  const running = runChecks({ lesson, ...options });
  // Loaded while the checks run.
  const { verdictOf } = await import("../run/verdict.ts");
  return verdictOf(lesson, await running);
}

/**
 * Grades many lessons at the same time and yields the verdicts in the order of
 * the lessons. Whoever stops listening stops what is still running.
 */
export async function* gradeAll(
  lessons: readonly Lesson[],
  options: GradeOptions,
): AsyncGenerator<Verdict> {
  const stop = new AbortController();
  const signal = options.signal === undefined
    ? stop.signal
    : AbortSignal.any([stop.signal, options.signal]);
  const verdicts = inOrder(
    lessons,
    (lesson) => grade(lesson, { ...options, signal }),
  );
  try {
    // Not `yield*`: what runs must be stopped before it is waited for.
    for (;;) {
      const { done, value } = await verdicts.next();
      if (done) return;
      yield value;
    }
  } finally {
    stop.abort();
    await verdicts.return(undefined);
  }
}

/** A lesson that is being graded for somebody who waits for it. */
export interface Grading {
  verdict: Promise<Verdict<Text>>;
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
  const { picture } = options;
  const grading = { signal, wire: picture !== undefined };
  if (picture !== "" || options.json) {
    return { verdict: gradeInAll(lesson, grading) };
  }
  const pictures: Promise<string[]>[] = [];
  const verdict = gradeInAll(lesson, {
    ...grading,
    onOutcome: (outcome) =>
      pictures.push(
        // Loaded now and not before: until the first check is done, its
        // process has need of all processors.
        import("../picture/draw_check.ts")
          .then(({ drawCheck }) => drawCheck(outcome, options)),
      ),
  });
  return { verdict, pictures };
}
