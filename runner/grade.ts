import type { Language } from "../tests/support/text.ts";
import type { Lesson } from "./course.ts";
import { runChecks } from "./run_checks.ts";
import type { RunOptions } from "./run_checks.ts";
import type { Verdict } from "./verdict.ts";

/** How to grade. */
export interface GradeOptions extends Omit<RunOptions, "lesson" | "under"> {
  language: Language;
}

/** Grades one lesson. */
export async function grade(
  lesson: Lesson,
  { language, ...options }: GradeOptions,
): Promise<Verdict> {
  const running = runChecks({ lesson, ...options });
  // Loaded while the checks run.
  const { translate, verdictOf } = await import("./verdict.ts");
  return translate(verdictOf(lesson, await running), language);
}
