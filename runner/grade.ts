/**
 * Grades lessons, one or many at a time.
 *
 * @module
 */
import type { Language } from "../tests/support/text.ts";
import type { Lesson } from "./course.ts";
import { inOrder } from "./in_order.ts";
import { runChecks } from "./run_checks.ts";
import { verdictOf } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** How to grade. */
export interface GradeOptions {
  language: Language;
  /** The file to judge in the place of the exercise. */
  instead?: string;
  /** Have each check tell what was seen on the wire. */
  wire?: boolean;
  /** Ends what is running. */
  signal?: AbortSignal;
}

/** Grades one lesson. */
export async function grade(
  lesson: Lesson,
  options: GradeOptions,
): Promise<Verdict> {
  const run = await runChecks({
    lesson,
    language: options.language,
    instead: options.instead,
    wire: options.wire,
    signal: options.signal,
  });
  return verdictOf(lesson, run, options.language);
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
