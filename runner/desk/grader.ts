/**
 * Grades a lesson each time its file is saved, for everybody who looks at it.
 *
 * @module
 */
import type { Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { gradeInAll } from "../lesson/grade.ts";
import { changesOf } from "../lesson/watch.ts";
import type { Verdict } from "../run/verdict.ts";

/** Who is told of a lesson that is graded on each save. */
export interface GraderOptions {
  lesson: Lesson;
  /** A run begins. */
  onBegin(): void;
  /** It has come to its end, and no newer save has made it stale. */
  onVerdict(verdict: Verdict<Text>): void;
  /** Ends all of it. */
  signal: AbortSignal;
}

/**
 * Grades the lesson now and on every save. A save in the middle of a run ends
 * that run: only what is in the file now is worth a verdict.
 */
export async function gradeOnSave(
  { lesson, onBegin, onVerdict, signal }: GraderOptions,
): Promise<void> {
  let run = new AbortController();
  let ended: Promise<void> = Promise.resolve();
  for await (const _ of changesOf(pathsOf(lesson).exercise, signal)) {
    run.abort();
    // Two runs at once would take each other's processor.
    await ended;
    const mine = run = new AbortController();
    onBegin();
    ended = gradeInAll(lesson, {
      wire: true,
      signal: AbortSignal.any([mine.signal, signal]),
    }).then((verdict) => {
      if (!mine.signal.aborted && !signal.aborted) onVerdict(verdict);
    });
  }
  run.abort();
  await ended;
}
