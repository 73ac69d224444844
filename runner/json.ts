import type { LessonState, Outcome } from "../tests/support/verdict/outcome.ts";
import { messageOf } from "../tests/support/verdict/told.ts";
import type { Told } from "../tests/support/verdict/told.ts";
import type { Language } from "../tests/support/text.ts";
import type { Verdict } from "./verdict.ts";

/** A verdict for other programs. */
export interface JsonVerdict {
  lesson: number;
  name: string;
  state: LessonState;
  checks: JsonCheck[];
  /** What is to be said of the run as a whole, if anything. */
  note?: string;
}

/** One check: all that is said of it as one text, and in its parts. */
export interface JsonCheck
  extends Pick<Outcome, "name" | "state" | "ms">, Told {
  message: string;
}

/** The object that `--json` prints. */
export function toJson(
  { lesson, state, checks, note }: Verdict,
  language: Language,
): JsonVerdict {
  return {
    lesson: lesson.number,
    name: lesson.name,
    state,
    checks: checks.map(({ name, state, told, ms }) => ({
      name,
      state,
      message: messageOf(told, language),
      ms,
      ...told,
    })),
    note,
  };
}
