/**
 * What several checks of this lesson expect of request().
 *
 * @module
 */
import type { ErrorClass } from "../support/broken.ts";
import { expectBytes } from "../support/expect.ts";
import { expect } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import { calls } from "../support/log/wire_log.ts";
import { throwsOn } from "./sentences.ts";
import { mistakes, named } from "./words.ts";

/** Expects the whole answer, and tells why there may be less of it. */
export function expectAnswer(
  came: unknown,
  expected: Uint8Array,
  wire: Wire,
): void {
  expectBytes(came, expected, named.answer, wrongAnswer(came, expected, wire));
}

function wrongAnswer(
  came: unknown,
  expected: Uint8Array,
  { log }: Wire,
): Partial<Words> {
  if (!(came instanceof Uint8Array)) return {};
  const reads = calls(log, "student", "read");
  if (reads.length === 0) return mistakes.returnsWithoutReading;
  const sawTheEnd = reads.some(({ outcome }) => outcome === "end");
  return came.length < expected.length && !sawTheEnd
    ? mistakes.stopsReadingEarly
    : {};
}

/** Expects that a server has read the whole question. */
export function expectQuestion(
  { value: read }: Settled<Uint8Array>,
  expected: Uint8Array,
): void {
  const cause = read !== undefined && read.length < expected.length
    ? mistakes.writesOnce
    : mistakes.changesTheQuestion;
  expectBytes(read, expected, named.question, cause);
}

/**
 * Expects that request() threw this error on. `swallowed` is the mistake if it
 * threw none, and where to look if it threw another.
 */
export function expectThrownOn(
  { error, came }: Settled<unknown>,
  kind: ErrorClass,
  swallowed: Pick<Words, "why" | "look" | "mistake">,
): void {
  const other = error instanceof Deno.errors.TimedOut
    ? mistakes.timesOutForEveryError
    : mistakes.changesTheError;
  expect(error instanceof kind, {
    ...error === undefined ? swallowed : { ...other, look: swallowed.look },
    expected: throwsOn(kind.name),
    came,
  });
}
