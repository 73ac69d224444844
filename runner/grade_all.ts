import type { Lesson } from "./course.ts";
import { grade } from "./grade.ts";
import type { GradeOptions } from "./grade.ts";
import { inOrder } from "./in_order.ts";
import type { Verdict } from "./verdict.ts";

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
