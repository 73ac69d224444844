/**
 * What the checks of lesson 3 expect of attempts, errors, ends and words.
 *
 * @module
 */
import type * as stub from "../stubs/03_connect/connect.ts";
import { expectAtOnce, expectSame } from "../support/expect.ts";
import { expect, Failure } from "../support/failure.ts";
import { calls } from "../support/log/wire_log.ts";
import { staysPatient, waitsIn } from "../support/network/stillness.ts";
import { turns } from "../support/network/turns.ts";
import { sharesBetweenCalls } from "../support/network/twice.ts";
import { returned, settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import { t } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import {
  endOfLimitHidden,
  isConnected,
  otherErrorHidden,
  written,
  wrongEnds,
  wrongWord,
} from "./diagnose.ts";
import {
  anotherAttempt,
  connectionsMade,
  goesTo,
  mistakes,
  oneAttempt,
  openAfter,
  openTooEarly,
  saidAll,
  says,
  saysAll,
  throwsOn,
  wanted,
  wentTo,
} from "./words.ts";
import type { Ends, Word } from "./words.ts";

/** A limit that never ends. */
const noLimit = new AbortController().signal;

/** An address for books (RFC 5737), where the checks may not connect to. */
export const forbidden = { hostname: "192.0.2.1", port: 80 };

/** A refusal that the check has made up. */
export function aRefusal(): Error {
  return new Deno.errors.ConnectionRefused("Connection refused (os error 111)");
}

/** What Linux says of a server that kept silent for two minutes. */
export function kernelGaveUp(): Error {
  return new Deno.errors.TimedOut("Connection timed out (os error 110)");
}

/** Errors that are neither a refusal nor the end of a limit. */
export function otherErrors(): Error[] {
  return [
    new Deno.errors.ConnectionReset(
      "Connection reset by peer (os error 104)",
    ),
    new Deno.errors.NetworkUnreachable(
      "Network is unreachable (os error 101)",
    ),
    new DOMException("Somebody has ended something else", "AbortError"),
    new TypeError("Invalid port: 65536"),
  ];
}

/** Expects that the call `settled` asks for one connection, and not again. */
export async function expectOneAttempt(
  settled: Promise<unknown>,
  wire: Wire,
): Promise<void> {
  const attempts = () => calls(wire.log, "student", "connect");
  await Promise.race([settled, wire.until(() => attempts().length > 1)]);
  const [first, ...others] = attempts();
  const answer = first?.error?.name;
  expect(answer === undefined || others.length === 0, {
    expected: oneAttempt(answer),
    came: anotherAttempt(answer),
    ...answer === "ConnectionRefused"
      ? mistakes.triesAgainWhenRefused
      : mistakes.triesAgainAtOtherErrors,
  });
}

/** Lets `connectTo` wait for a silent server until its limit ends. */
export async function expectTimedOut(
  connectTo: typeof stub.connectTo,
  wire: Wire,
  reason: unknown,
): Promise<void> {
  const address = await wire.silentAddress();
  wire.call(t("the silent server", "응답 없는 서버"));
  const limit = new AbortController();
  const settling = settle<unknown>(() => connectTo(address, limit.signal));
  await waitsIn(wire, "connect");
  limit.abort(reason);
  const settled = await expectEndsNow(settling, wire);
  expectEndOfLimit(settled, limit.signal.reason);
}

/**
 * The limit has ended: the call ends in a few turns of the event loop, and not
 * by a timer of its own.
 */
export async function expectEndsNow<T>(
  settling: Promise<Settled<T>>,
  wire: Wire,
): Promise<Settled<T>> {
  await staysPatient(wire);
  const late = turns(mostTurns).then(() => true);
  const isLate = await Promise.race([settling.then(() => false), late]);
  // One that never ends is told as a hang.
  const settled = await settling;
  expect(!isLate, mistakes.endsLongAfterTheLimit);
  return settled;
}

/** Many more turns than an attempt takes that has been given the signal. */
const mostTurns = 30;

/** Expects TimedOut, whatever the reason of the limit that has ended. */
export function expectEndOfLimit(
  settled: Settled<unknown>,
  reason: unknown,
): void {
  expect(settled.error instanceof Deno.errors.TimedOut, {
    expected: wanted.endOfTheLimit,
    came: settled.came,
    ...endOfLimitHidden(settled, reason),
  });
}

/** Has connect() throw `error`, and expects it to come out as it is. */
export async function expectPassedOn(
  error: Error,
  call: (address: Deno.NetAddr, limit: AbortSignal) => unknown,
  wire: Wire,
): Promise<void> {
  const { message } = error;
  const { address } = wire.server();
  wire.log.events.length = 0;
  wire.failNext("connect", error);
  const settling = settle<unknown>(() => call(address, noLimit));
  await expectOneAttempt(settling, wire);
  const settled = await settling;
  const takenForTheLimit = settled.thrown !== error &&
    settled.error instanceof Deno.errors.TimedOut;
  expectSame(
    error,
    settled,
    "connect",
    takenForTheLimit ? mistakes.takesOtherErrorsForTheLimit : {
      swallowed: mistakes.swallowsOtherErrors,
      renamed: mistakes.renamesOtherErrors,
      another: mistakes.renamesOtherErrors,
    },
  );
  expect(error.message === message, {
    expected: throwsOn("connect", `${error.name}: ${message}`),
    came: settled.came,
    ...mistakes.writesIntoTheError,
  });
}

/** Expects that Deno's refusal of a forbidden address comes out of `name`. */
export function expectNotCapable(
  name: string,
  settled: Settled<unknown>,
  { log }: Wire,
): void {
  const address = calls(log, "student", "connect")[0]?.address ?? forbidden;
  const { hostname, port } = address;
  expect(hostname === forbidden.hostname && port === forbidden.port, {
    expected: goesTo(name, forbidden),
    came: wentTo(address),
    ...mistakes.goesElsewhere,
  });
  const thrown =
    calls(log, "student").find(({ outcome }) => outcome === "error")
      ?.error?.name ?? "NotCapable";
  expect(settled.error?.name === thrown, {
    expected: throwsOn(name, thrown),
    came: settled.came,
    ...otherErrorHidden(settled, thrown),
  });
}

/** Expects that a connection is still open after `name` is done with it. */
export function expectOpen(conn: Deno.TcpConn, wire: Wire, name: string): void {
  const { id, state } = wire.socket(conn);
  expect(state === "open", {
    expected: openAfter(name),
    ...mistakes.closesTheConnection,
  });
  const ended = calls(wire.log, "student", "closeWrite")
    .some(({ socket }) => socket === id);
  expect(!ended, { expected: openAfter(name), ...mistakes.endsItsSending });
}

/** Expects both ends of `conn`, and that it is still open. */
export function expectEnds(ends: Ends, conn: Deno.TcpConn, wire: Wire): Ends {
  const local = written(conn.localAddr);
  const remote = written(conn.remoteAddr);
  expectAtOnce(ends, "endpoints");
  const both = `{ local: "${local}", remote: "${remote}" }`;
  expect(ends?.local === local && ends?.remote === remote, {
    expected: t(both, both),
    came: returned(ends),
    ...wrongEnds(ends, conn),
  });
  expectOpen(conn, wire, "endpoints");
  return ends;
}

/** Expects that probe() said so, and not before there is a connection. */
export function expectWord(
  settled: Settled<Word>,
  expected: Word,
  { log }: Wire,
  options: { isOver?: boolean; reason?: unknown; to?: Deno.NetAddr } = {},
): void {
  const went = calls(log, "student", "connect")[0]?.address;
  const { to } = options;
  const elsewhere = to && went && settled.value !== expected &&
    (went.hostname !== to.hostname || went.port !== to.port);
  if (elsewhere) {
    throw new Failure({
      expected: goesTo("probe", to),
      came: wentTo(went),
      ...mistakes.goesElsewhere,
    });
  }
  expect(settled.value === expected, {
    expected: says(expected),
    came: settled.came,
    ...wrongWord(settled, expected, log, options),
  });
  expect(expected !== "open" || isConnected(log), {
    ...openTooEarly,
    ...mistakes.answersBeforeItKnows,
  });
}

/** Expects that calls of probe() at the same time said `expected`, in order. */
export function expectWords(said: Settled<Word>[], expected: Word[]): void {
  const words = said.map(({ value, error }) => value ?? error?.name);
  expect(words.join() === expected.join(), {
    expected: saysAll(expected),
    came: saidAll(words),
    ...sharesBetweenCalls,
  });
}

/** Expects that not more than one connection was made. */
export function expectOneConnection({ log }: Wire): void {
  const { length } = calls(log, "student", "connect")
    .filter(({ outcome }) => outcome === "ok");
  expect(length < 2, {
    came: connectionsMade(length),
    ...mistakes.connectsTwice,
  });
}

/** Expects that no byte was written or read. */
export function expectOnlyKnocked({ log }: Wire): void {
  const made = (call: "read" | "write") => calls(log, "student", call).length;
  expect(made("write") === 0, mistakes.writesInProbe);
  expect(made("read") === 0, { ...wanted.noRead, ...mistakes.readsInProbe });
}
