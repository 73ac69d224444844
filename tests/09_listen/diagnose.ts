/**
 * Which mistake it was in serving a queue, or in knocking at one, told from
 * what was seen.
 *
 * @module
 */
import type { Words } from "../support/failure.ts";
import { pending } from "../support/log/wire_log.ts";
import type { WireLog } from "../support/log/wire_log.ts";
import type { Settled } from "../support/settle.ts";
import type { Knock } from "./knock_words.ts";
import { waiting } from "./serve_words.ts";
import { mistakes } from "./words.ts";

type Cause = Pick<Words, "why" | "look" | "mistake">;

/** True once the student's code has written anything. */
export function hasAnswered({ events }: WireLog): boolean {
  return events.some(({ side, call }) =>
    side === "student" && call === "write"
  );
}

/** Why the server waits for its next client, if it does. */
export function waitsForTheNext(log: WireLog): Cause | undefined {
  const accepts = pending(log, "student").some(({ call }) => call === "accept");
  if (!accepts) return undefined;
  return hasAnswered(log) ? waiting.answered : waiting.unanswered;
}

/** Why knock() did not say `says`; the limit ended for this `reason`. */
export function notSaid(
  says: Knock,
  { value, error }: Settled<unknown>,
  reason: Error,
): Cause {
  if (error === reason) return mistakes.knowsTheLimitByItsName;
  const known = error !== undefined || Object.hasOwn(missed, value as Knock);
  return known ? missed[says] : mistakes.saysAnotherWord;
}

const missed: Record<Knock, Cause> = {
  connected: mistakes.takesTheQueueForNoConnection,
  refused: mistakes.overlooksTheRefusal,
  "no answer": mistakes.takesAFullQueueForARefusal,
};
