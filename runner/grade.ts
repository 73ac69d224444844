/**
 * Grades lessons, one or many at a time.
 *
 * @module
 */
import type { Outcome } from "../tests/support/outcome.ts";
import type { Language } from "../tests/support/text.ts";
import { pathsOf } from "./course.ts";
import type { Lesson } from "./course.ts";
import { runChecks } from "./run_checks.ts";
import { verdictOf } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** How to grade. */
export interface GradeOptions {
  language: Language;
  /** Judge the solutions in the place of the exercises. */
  solutions?: boolean;
  /** Ends what is running. */
  signal?: AbortSignal;
  /** Called with each check as soon as it is known. */
  onCheck?: (outcome: Outcome) => void;
}

/** Grades one lesson. */
export async function grade(
  lesson: Lesson,
  options: GradeOptions,
): Promise<Verdict> {
  const run = await runChecks({
    lesson,
    language: options.language,
    instead: options.solutions ? pathsOf(lesson).solution : undefined,
    signal: options.signal,
    onOutcome: options.onCheck,
  });
  return verdictOf(lesson, run, options.language);
}

/**
 * Grades many lessons, as many at once as the machine has cores, and yields
 * the verdicts in the order of the lessons. Whoever stops listening stops what
 * is still running.
 */
export async function* gradeAll(
  lessons: readonly Lesson[],
  options: GradeOptions,
): AsyncGenerator<Verdict> {
  const stop = new AbortController();
  const signal = options.signal === undefined
    ? stop.signal
    : AbortSignal.any([stop.signal, options.signal]);
  const waiting = lessons.map((lesson) => ({
    lesson,
    ...Promise.withResolvers<Verdict>(),
  }));
  const queue = [...waiting];
  async function work(): Promise<void> {
    for (let job = queue.shift(); job && !signal.aborted; job = queue.shift()) {
      await grade(job.lesson, { ...options, signal })
        .then(job.resolve, job.reject);
    }
  }
  const cores = Math.max(1, navigator.hardwareConcurrency);
  const workers = Array.from({ length: cores }, work);
  try {
    for (const { promise } of waiting) yield await promise;
  } finally {
    stop.abort();
    await Promise.all(workers);
  }
}
