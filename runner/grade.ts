import type { Language } from "../tests/support/text.ts";
import type { Lesson } from "./course.ts";
import { runChecks } from "./run_checks.ts";
import type { Verdict } from "./verdict.ts";

/** How to grade. */
export interface GradeOptions {
  language: Language;
  /** The file to judge in the place of the exercise. */
  instead?: string;
  /** What else that file may import, as absolute paths. */
  readable?: readonly string[];
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
  const running = runChecks({
    lesson,
    instead: options.instead,
    readable: options.readable,
    wire: options.wire,
    signal: options.signal,
  });
  // Loaded while the checks run.
  const { translate, verdictOf } = await import("./verdict.ts");
  return translate(verdictOf(lesson, await running), options.language);
}
