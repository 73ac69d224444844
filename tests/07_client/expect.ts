/**
 * What several checks of this lesson expect of request().
 *
 * @module
 */
import type { ErrorClass } from "../support/broken.ts";
import { firstDifference } from "../support/bytes.ts";
import { expectBytes } from "../support/expect_bytes.ts";
import { expect } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import { calls } from "../support/log/wire_log.ts";
import { connectedAgain, returnsTheAnswer, throwsOn } from "./sentences.ts";
import { asking as mistakes, named } from "./request_words.ts";

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

/** What a call throws whose connection somebody else has closed or uses. */
const { BadResource, Interrupted } = Deno.errors;

/** Expects that no call met a connection that the code itself had closed. */
export function expectOpen(
  { error, came }: Settled<unknown>,
  { log }: Wire,
): void {
  const isClosed = [BadResource, Interrupted].some((kind) =>
    error instanceof kind
  );
  const byStream = calls(log, "student", "close").some(({ byStream }) =>
    byStream
  );
  expect(!isClosed, {
    ...byStream
      ? mistakes.closesTheWholeConnection
      : mistakes.returnsWithoutAwaiting,
    expected: returnsTheAnswer,
    came,
  });
  if (error !== undefined) throw error;
}

/** Expects that a server has read the whole question. */
export function expectQuestion(
  { value: read }: Settled<Uint8Array>,
  expected: Uint8Array,
  changed: Pick<Words, "why" | "look" | "mistake"> =
    mistakes.changesTheQuestion,
): void {
  const cause = read !== undefined && read.length < expected.length
    ? mistakes.writesOnce
    : changed;
  expectBytes(read, expected, named.question, cause);
}

/**
 * The same where nothing is asked of what request() has made of the answer:
 * what it threw is told only if the question has not come.
 */
export function expectSent(
  served: Settled<Uint8Array>,
  expected: Uint8Array,
  asked: Settled<unknown>,
  changed?: Pick<Words, "why" | "look" | "mistake">,
): void {
  const read = served.value;
  const came = read !== undefined &&
    firstDifference(read, expected) === undefined;
  if (!came && asked.error !== undefined) throw asked.error;
  expectQuestion(served, expected, changed);
}

/** Expects that request() has not connected there a second time, whatever came. */
export async function expectOneAttempt(
  asking: Promise<unknown>,
  { log, until }: Wire,
  to?: Deno.NetAddr,
): Promise<void> {
  const attempts = () =>
    calls(log, "student", "connect")
      .filter(({ address }) => to === undefined || address?.port === to.port);
  await Promise.race([asking, until(() => attempts().length > 1)]);
  expect(attempts().length < 2, {
    ...mistakes.asksAgain,
    came: connectedAgain,
  });
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
