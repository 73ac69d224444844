/**
 * What more than one check of this lesson expects of a connection.
 *
 * @module
 */
import { expectBytes } from "../support/expect.ts";
import { expect } from "../support/failure.ts";
import type { Settled } from "../support/settle.ts";
import type { Text } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import { callsOn } from "./watch.ts";
import type { AtClose } from "./watch.ts";
import {
  closedAfter,
  look,
  meetsTheBreak,
  mistakes,
  named,
  stoppedBefore,
  throwsOn,
  timesClosed,
  wanted,
} from "./words.ts";

/** Expects that no write() was under way when close() was called. */
export function expectWritten({ early }: AtClose): void {
  expect(!early, mistakes.doesNotAwaitWrite);
}

/** Expects one close() of a lent connection. */
export function expectClosed(
  conn: Deno.TcpConn,
  wire: Wire,
  name: string,
): void {
  const calls = callsOn(conn, wire);
  const closing = calls.filter(({ call }) => call === "close");
  expect(closing.length <= 1, {
    came: timesClosed(closing.length),
    ...closing.some(({ byStream }) => byStream)
      ? mistakes.closesAfterItsStream
      : mistakes.closesTwice,
  });
  expect(wire.socket(conn).state === "closed", {
    expected: closedAfter(name),
    ...calls.some(({ outcome }) => outcome === "error")
      ? mistakes.staysOpenAfterAnError
      : calls.some(({ call }) => call === "closeWrite")
      ? mistakes.onlyHalfCloses
      : mistakes.neverCloses,
  });
}

/** Expects that closeWrite() was used to end the request, and not close(). */
export function expectHalfClose(conn: Deno.TcpConn, wire: Wire): void {
  const calls = callsOn(conn, wire).map(({ call }) => call);
  const [closed, read] = [calls.indexOf("close"), calls.indexOf("read")];
  const tooEarly = !calls.includes("closeWrite") && closed >= 0 &&
    (read < 0 || closed < read);
  expect(!tooEarly, mistakes.closesWhereAHalfCloseIsNeeded);
}

/** Expects all of the server's answer, up to the end of its stream. */
export function expectAnswer(
  value: unknown,
  answer: Uint8Array,
  conn: Deno.TcpConn,
  wire: Wire,
): void {
  const sawEnd = callsOn(conn, wire, "read")
    .some(({ outcome }) => outcome === "end");
  const cause = sawEnd ? {} : mistakes.stopsReadingBeforeTheEnd;
  expectBytes(value, answer, named.answer, cause);
}

/** Expects the error of the call that failed on `conn`. */
export function expectThrownOn(
  conn: Deno.TcpConn,
  wire: Wire,
  name: string,
  { error, came }: Settled<unknown>,
): void {
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
}

/** Expects the very error that `use` threw. */
export function expectProblem(
  error: Error | undefined,
  problem: Error,
  came: Text,
): void {
  expect(error === problem, {
    expected: wanted.errorOfWork,
    came,
    ...error === undefined
      ? mistakes.swallowsTheErrorOfTheWork
      : error.name === "BadResource"
      ? mistakes.closesWhatIsClosedAfterAnError
      : { ...mistakes.changesTheError, look: look.throws },
  });
}
