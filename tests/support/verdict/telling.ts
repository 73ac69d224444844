/**
 * What a failure says as data: its four answers, and the steps that led to it.
 *
 * @module
 */
import type { Exercise } from "../exercise/exercise.ts";
import type { Failure } from "../failure.ts";
import type { Outcome } from "./outcome.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { fold, shownSteps, tell } from "./steps.ts";
import type { Text } from "../text.ts";
import { answers, mapTold, noteOf, oneLine } from "./told.ts";
import type { Told } from "./told.ts";
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

/** What a failure says, with the steps that led to it. */
export function tellFailure(
  failure: Failure,
  scope: Scope,
  subject: Exercise,
): Told<Text> {
  const { words } = failure;
  if (!("came" in words)) return mapTold(noteOf(words), oneLine);
  describe(scope, subject);
  const steps = tell(scope.log, fold(asEnded(scope.log)));
  const told: Told<Text> = Object.fromEntries(
    answers.map((key) => [key, words[key]]),
  );
  const { mistake } = words;
  return mapTold({
    ...(mistake === undefined ? {} : { mistake }),
    ...told,
    ...(steps.length === 0 ? {} : { steps }),
  }, oneLine);
}

/** The line of the exercise that a failure is about. */
export function placeOf(failure: Failure, scope: Scope): Outcome["place"] {
  const last = scope.log.events.findLast((event) => event.place !== undefined);
  return failure.place ?? last?.place;
}
