/**
 * What more than one check of this lesson expects of a connection.
 *
 * @module
 */
import { firstDifference } from "../support/bytes.ts";
import { expectSame } from "../support/expect.ts";
import { expectBytes, losesWhatDoesNotFit } from "../support/expect_bytes.ts";
import { expect } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import type { WireEvent } from "../support/log/wire_log.ts";
import { settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import { callsOn } from "./watch.ts";
import {
  closedAfter,
  errorOfWork,
  meetsTheBreak,
  stoppedBefore,
  throwsOn,
  timesClosed,
} from "./sentences.ts";
import { look, mistakes, named } from "./words.ts";

/** Expects that no write() was under way when close() was called first. */
export function expectWritten(conn: Deno.TcpConn, wire: Wire): void {
  const closed = callsOn(conn, wire, "close").at(0)?.began ?? Infinity;
  const early = callsOn(conn, wire, "write").some(({ began, ended }) =>
    began < closed && (ended ?? Infinity) > closed
  );
  expect(!early, mistakes.doesNotAwaitWrite);
}

/**
 * Expects that a lent connection is closed, and that the function has thrown
 * nothing. `unclosed` says why it is open, where the check knows better.
 */
export function expectClosed(
  conn: Deno.TcpConn,
  wire: Wire,
  name: string,
  settled: Settled<unknown>,
  unclosed?: Partial<Words>,
): void {
  expectState(conn, wire, name, settled, unclosed);
  if (settled.error !== undefined) throw settled.error;
}

/** The same for a function that may have thrown. */
function expectState(
  conn: Deno.TcpConn,
  wire: Wire,
  name: string,
  { error }: Settled<unknown>,
  unclosed?: Partial<Words>,
): void {
  const calls = callsOn(conn, wire);
  const closing = calls.filter(({ call }) => call === "close");
  const second = closing.length > 1 && error?.name === "BadResource";
  expect(!second, { ...tooOften(closing), came: timesClosed(closing.length) });
  expect(wire.socket(conn).state === "closed", {
    expected: closedAfter(name),
    ...calls.some(({ outcome }) => outcome === "error")
      ? mistakes.staysOpenAfterAnError
      : calls.some(({ call }) => call === "closeWrite")
      ? mistakes.onlyHalfCloses
      : mistakes.neverCloses,
    ...unclosed,
  });
}

/** Expects that close() was called no second time, with an error or without. */
export function expectClosedOnce(conn: Deno.TcpConn, wire: Wire): void {
  const closing = callsOn(conn, wire, "close");
  expect(closing.length <= 1, {
    ...tooOften(closing),
    came: timesClosed(closing.length),
  });
}

function tooOften(closing: readonly WireEvent[]) {
  return closing.some(({ byStream }) => byStream)
    ? mistakes.closesAfterItsStream
    : mistakes.closesTwice;
}

/** Expects that closeWrite() was used to end the request, and not close(). */
export function expectHalfClose(conn: Deno.TcpConn, wire: Wire): void {
  const calls = callsOn(conn, wire).map(({ call }) => call);
  const [closed, read] = [calls.indexOf("close"), calls.indexOf("read")];
  const tooEarly = !calls.includes("closeWrite") && closed >= 0 &&
    (read < 0 || closed < read);
  expect(!tooEarly, mistakes.closesWhereAHalfCloseIsNeeded);
}

/**
 * Expects all of the server's answer, up to the end of its stream, and that the
 * connection is closed.
 */
export function expectAnswer(
  settled: Settled<unknown>,
  answer: Uint8Array,
  conn: Deno.TcpConn,
  wire: Wire,
): void {
  const { value, error } = settled;
  if (error !== undefined) {
    expectClosed(conn, wire, "converse()", settled);
  }
  const sawEnd = callsOn(conn, wire, "read")
    .some(({ outcome }) => outcome === "end");
  expectBytes(value, answer, named.answer, causeInReading(value));
  expectClosed(conn, wire, "converse()", settled);

  function causeInReading(value: unknown): Partial<Words> {
    if (!sawEnd) return mistakes.stopsReadingBeforeTheEnd;
    const isCut = value instanceof Uint8Array && value.length > 0 &&
      firstDifference(value, answer) === value.length;
    return isCut ? losesWhatDoesNotFit(value.length, answer.length) : {};
  }
}

/**
 * Has a call of `run` on `conn` fail, and expects that very error, and that the
 * connection is closed. `after` calls of that name do not fail.
 */
export async function expectFailure(
  call: "read" | "write" | "closeWrite",
  name: string,
  conn: Deno.TcpConn,
  wire: Wire,
  run: (conn: Deno.TcpConn) => Promise<unknown>,
  options: { after?: number; words?: Parameters<typeof expectSame>[3] } = {},
): Promise<void> {
  const { after = 0, words = { swallowed: mistakes.swallowsTheError } } =
    options;
  const error = new Deno.errors.NotConnected(`${call}() failed`);
  wire.failNext(call, error, { on: conn, after });
  const settled = await settle(() => run(conn));
  expectSame(error, settled, call, words);
  expectState(conn, wire, name, settled);
}

/** Expects the error of the call that failed on `conn`. */
export function expectThrownOn(
  conn: Deno.TcpConn,
  wire: Wire,
  name: string,
  settled: Settled<unknown>,
): void {
  const { error, came } = settled;
  const failed = callsOn(conn, wire)
    .find(({ outcome }) => outcome === "error");
  expect(failed !== undefined || error !== undefined, {
    expected: meetsTheBreak(name),
    came,
    ...mistakes.stopsReadingBeforeTheEnd,
    why: stoppedBefore,
  });
  const what = failed?.error?.name ?? "Error";
  expect(error !== undefined && error.name === what, {
    expected: throwsOn(name, what),
    came,
    ...error === undefined
      ? mistakes.swallowsTheError
      : { ...mistakes.changesTheError, look: look.errors },
  });
  expectState(conn, wire, name, settled);
}

/** Expects what `use` threw, the very same. */
export function expectProblem(
  settled: Settled<unknown>,
  problem: unknown,
): void {
  expectSame(problem, settled, "connect", {
    expected: errorOfWork(problem),
    look: look.throws,
    swallowed: problem instanceof Error
      ? mistakes.swallowsTheErrorOfTheWork
      : mistakes.takesAFalsyErrorForNone,
    another: settled.error?.name === "BadResource"
      ? mistakes.closesWhatIsClosedAfterAnError
      : {},
  });
}
