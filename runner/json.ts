import type { LessonState, Outcome } from "../tests/support/verdict/outcome.ts";
import type { Verdict } from "./verdict.ts";

/** A verdict for other programs. */
export interface JsonVerdict {
  lesson: number;
  name: string;
  state: LessonState;
  checks: Pick<Outcome, "name" | "state" | "message" | "ms">[];
  /** What is to be said of the run as a whole, if anything. */
  note?: string;
}

/** The object that `--json` prints. */
export function toJson({ lesson, state, checks, note }: Verdict): JsonVerdict {
  return {
    lesson: lesson.number,
    name: lesson.name,
    state,
    checks: checks.map(({ name, state, message, ms }) => ({
      name,
      state,
      message,
      ms,
    })),
    note,
  };
}
