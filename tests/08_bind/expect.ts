/**
 * What several checks of this lesson expect of a listener, of an error and of
 * a line.
 *
 * @module
 */
import { encode } from "../support/bytes.ts";
import { expectSame } from "../support/expect.ts";
import { expectBytes } from "../support/expect_bytes.ts";
import { expect, Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { returned, settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import { t } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import { calls } from "../support/log/wire_log.ts";
import {
  noListener,
  notThrownOn,
  portOf,
  wrongHostname,
  wrongLine,
} from "./diagnose.ts";
import { privileged } from "./ports.ts";
import {
  askedForItsOwn,
  askedForPort,
  askedForSecond,
  askedTimes,
  listensOn,
  listensOnPort,
  notReached,
  quoted,
  returnedOnPort,
  throwsOn,
  wentAsHostname,
} from "./sentences.ts";
import { heard, mistakes, wanted, wordAsync } from "./words.ts";

/**
 * How a call has ended. Nothing of this lesson has to wait, so a promise is no
 * result here but a value like any other.
 */
export async function called<T>(call: () => T): Promise<Settled<T>> {
  const { value: list, ...failed } = await settle(() => [call()]);
  if (list === undefined) return failed;
  const [value] = list;
  if (value instanceof Promise) value.catch(() => {});
  return { value, came: returned(value) };
}

/** What was returned; the name in place of an address has words of its own. */
export function bound<T>({ value, error, came }: Settled<T>): T | undefined {
  const name = /"(loopback|everywhere):/.exec(String(error?.message))?.[1];
  expect(name === undefined, wentAsHostname(name, came));
  if (error !== undefined) throw error;
  return value;
}

/** Expects of a call for port 0 that it did not ask for a port in use. */
export function expectFreePort(
  { error, came }: Settled<Deno.TcpListener>,
  { log }: Wire,
): void {
  const port = calls(log, "student", "listen").at(-1)?.address?.port;
  const inUse = error instanceof Deno.errors.AddrInUse;
  expect(!inUse, askedForPort(port, came));
}

/** Expects of a call whose port is in use that it asked for port 0 then. */
export function expectAskedFor0(
  { error }: Settled<unknown>,
  { log }: Wire,
): void {
  const failed = calls(log, "student", "listen")
    .filter(({ error }) => error?.name === "AddrInUse");
  expect(
    !(error instanceof Deno.errors.AddrInUse) || failed.length < 2,
    askedForSecond(failed.at(-1)?.address?.port),
  );
}

/** Expects that a listener in the place of one on `taken` asked for any port. */
export function expectAnyPort(
  listener: Deno.TcpListener,
  taken: number,
  wire: Wire,
): void {
  const { port = 0 } = wire.socket(listener).made;
  // Who counts on to the next one is told so where there is none.
  expect(port === 0 || port === taken + 1, askedForItsOwn(port));
}

/** What was returned; `inUse` is the mistake if AddrInUse has come. */
export function listenerOf(
  { value, error, came }: Settled<Deno.TcpListener>,
  inUse: Omit<Words, "came">,
): Deno.TcpListener | undefined {
  if (error === undefined) return value;
  if (!(error instanceof Deno.errors.AddrInUse)) throw error;
  throw new Failure({ ...inUse, came });
}

/** The listeners that earlier calls have returned. */
const returnedBefore = new WeakSet<object>();

/** Expects an open listener, and one that no earlier call has returned. */
export function expectListener(
  value: unknown,
  wire: Wire,
): asserts value is Deno.TcpListener {
  const listener = value as Partial<Deno.TcpListener> | null | undefined;
  expect(typeof listener?.accept === "function" && !!listener.addr, {
    ...noListener(value),
    expected: wanted.listener,
    came: returned(value),
  });
  expectAnother({ value });
  returnedBefore.add(value as object);
  expectStillOpen(value as Deno.TcpListener, wire);
}

/** Expects another listener, or an error, where one was returned before. */
export function expectAnother({ value }: { value?: unknown }): void {
  const isOld = typeof value === "object" && value !== null &&
    returnedBefore.has(value);
  expect(!isOld, mistakes.returnsTheSameListener);
}

/** Expects that nobody has closed the listener. */
export function expectStillOpen(listener: Deno.TcpListener, wire: Wire): void {
  const isClosed = wire.socket(listener)?.state === "closed";
  expect(!isClosed, mistakes.closesTheListener);
}

/** Expects that the listener is bound to this address. */
export function expectHostname(
  listener: Deno.TcpListener,
  expected: string,
): void {
  const { hostname } = listener.addr;
  expect(hostname === expected, {
    ...wrongHostname(hostname),
    ...listensOn(hostname, expected),
  });
}

/** Expects that the listener is bound to this port. */
export function expectPort(listener: Deno.TcpListener, expected: number): void {
  const { port } = listener.addr;
  expect(port === expected, {
    ...mistakes.listensOnAnotherPort,
    ...listensOnPort(port, expected),
  });
}

/** Expects that a port in use was asked for once. */
export function expectOneAttempt(port: number, { log }: Wire): void {
  const attempts = calls(log, "student", "listen")
    .filter(({ address }) => address?.port === port);
  expect(attempts.length < 2, {
    ...mistakes.asksForThePortAgain,
    came: askedTimes(port, attempts.length),
  });
}

/** A client comes by way of `hostname` and says something: is it heard? */
export async function expectReached(
  listener: Deno.TcpListener,
  wire: Wire,
  hostname: string,
): Promise<void> {
  const address = { ...listener.addr, hostname };
  const { value: client, came } = await settle(() =>
    wire.client(address, t("the client", "클라이언트"))
  );
  expect(client !== undefined, notReached(address, came));
  const conn = await listener.accept();
  await client.send("hello");
  await client.end();
  const buffer = new Uint8Array(8);
  const n = await conn.read(buffer) ?? 0;
  expectBytes(buffer.subarray(0, n), encode("hello"), heard);
  conn.close();
  client.close();
}

/** Expects the error that Deno.listen has for a port that cannot be had. */
export function expectThrownOn(
  settled: Settled<unknown>,
  port: number,
  call: string,
  { log }: Wire,
): void {
  const kind = port === privileged ? Deno.errors.PermissionDenied : RangeError;
  const instead = portOf(settled);
  expect(settled.error instanceof kind, {
    ...notThrownOn(settled, port, log),
    expected: throwsOn(call, kind.name),
    came: instead === undefined ? settled.came : returnedOnPort(instead),
  });
}

/**
 * Expects that the function threw the very `error` that Deno.listen had thrown
 * on. `other` is the mistake if it threw one of another class.
 */
export function expectVeryError(
  error: Error,
  settled: Settled<unknown>,
  call: string,
  other: Partial<Words> = mistakes.tellsLessThanTheError,
): void {
  const isOfItsClass = settled.error?.constructor === error.constructor;
  expectSame(error, settled, "listen", {
    ...isOfItsClass ? mistakes.throwsACopy : other,
    expected: throwsOn(call, error.name),
    swallowed: mistakes.swallowsTheError,
  });
}

/** Expects a line about `port`; `asked` is the port that was asked for. */
export function expectLine(
  { value, error, came }: Settled<string>,
  expected: string,
  port: number,
  asked = 0,
): void {
  if (error !== undefined) throw error;
  const isPromise = value as unknown instanceof Promise;
  expect(value === expected, {
    ...wrongLine(value, expected, port, asked),
    ...isPromise ? { look: wordAsync } : {},
    expected: quoted(expected),
    came,
  });
}
