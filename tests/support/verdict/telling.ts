/**
 * Puts a failure into words: its four answers, and the steps that led to it.
 *
 * @module
 */
import type { Exercise } from "../exercise/exercise.ts";
import type { Failure, Words } from "../failure.ts";
import type { Outcome } from "./outcome.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { fold, shownSteps, tell } from "./steps.ts";
import type { Language, Text } from "../text.ts";
import { leaks, pending } from "../log/wire_log.ts";
import type { WireEvent, WireLog } from "../log/wire_log.ts";

/** Finds the places of those calls that the words or the steps will name. */
export function describe(scope: Scope, subject: Exercise): void {
  const shown = fold(asEnded(scope.log)).slice(-shownSteps);
  const named = [
    ...shown.map((step) => step.first),
    // No words name more than a few of them, and each place costs its time.
    ...pending(scope.log, "student").slice(-shownSteps),
    ...leaks(scope.log).slice(0, shownSteps),
  ];
  places(scope, named, subject.isSource);
}

/**
 * The calls in the order in which they came to their end, and last those that
 * still wait: so a call that waited is told after what ended its waiting.
 */
function asEnded(log: WireLog): WireEvent[] {
  const time = ({ began, ended }: WireEvent) => ended ?? waiting + began;
  const waiting = log.touched + 1;
  return log.events.toSorted((a, b) => time(a) - time(b));
}

const labels: Record<keyof Words, Text> = {
  expected: { en: "Expected: ", ko: "기대: " },
  came: { en: "Came: ", ko: "실제: " },
  why: { en: "Why: ", ko: "이유: " },
  look: { en: "Look at: ", ko: "살펴볼 것: " },
};

/** The message of a failure, in both languages. */
export function write(failure: Failure, scope: Scope, subject: Exercise): Text {
  const { words } = failure;
  if (!("came" in words)) return words;
  describe(scope, subject);
  const steps = fold(asEnded(scope.log));
  const story = tell(scope.log, steps);
  const inLanguage = (language: Language) => {
    const lines = (Object.keys(labels) as (keyof Words)[]).map((key) =>
      labels[key][language] + words[key][language]
    );
    if (steps.length > 0) {
      lines.push(
        language === "en" ? "What happened:" : "일어난 일:",
        story[language],
      );
    }
    return lines.join("\n");
  };
  return { en: inLanguage("en"), ko: inLanguage("ko") };
}

/** The line of the exercise that a failure is about. */
export function placeOf(failure: Failure, scope: Scope): Outcome["place"] {
  const last = scope.log.events.findLast((event) => event.place !== undefined);
  return failure.place ?? last?.place;
}
