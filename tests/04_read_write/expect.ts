/**
 * What more than one check of this lesson expects, and the two ways in which
 * they let a function read.
 *
 * @module
 */
import { firstDifference, join } from "../support/bytes.ts";
import { expectSame } from "../support/expect.ts";
import { expectBytes } from "../support/expect_bytes.ts";
import { expect } from "../support/failure.ts";
import { bytesMoved } from "../support/log/wire_log.ts";
import { deliver } from "../support/network/deliver.ts";
import { everyStart } from "../support/network/segments.ts";
import type { Peer } from "../support/peer.ts";
import { settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import { callsOf, causeInReading, causeInText } from "./diagnose.ts";
import { atOnce, returnedText, throwsOn, wantedText } from "./sentences.ts";
import { mistakes, named } from "./words.ts";

/** Lets `read` have the parts one by one, and then the end. */
export async function readParts<T>(
  read: (conn: Deno.TcpConn) => Promise<T>,
  parts: readonly (string | Uint8Array)[],
  wire: Wire,
): Promise<Settled<T>> {
  const [conn, peer] = await wire.pair();
  const reading = settle(() => read(conn));
  await deliver(peer, parts, { reader: reading, then: "end" });
  return await reading;
}

/** Resets the connection of `read` after a part, and before anything. */
export async function expectBreakThrown(
  name: string,
  read: (conn: Deno.TcpConn) => Promise<unknown>,
  wire: Wire,
): Promise<void> {
  await expectPassedOn("read", read, wire);
  wire.log.events.length = 0;
  for (const parts of everyStart(["half of it"]).reverse()) {
    const [conn, peer] = await wire.resettingPair();
    const reading = settle(() => read(conn));
    await deliver(peer, parts, { reader: reading, then: "reset" });
    expectErrorOf("read", name, await reading, wire);
  }
}

/** Lets a call of `run` fail, after one that did not, and expects its error. */
export async function expectPassedOn(
  call: "read" | "write",
  run: (conn: Deno.TcpConn) => Promise<unknown>,
  wire: Wire,
): Promise<void> {
  const error = new Deno.errors.NotConnected(`${call}() failed`);
  const [conn, peer] = await wire.pair({ write: 3 });
  wire.failNext(call, error, { on: conn, after: 1 });
  const running = settle(() => run(conn));
  if (call === "read") {
    await deliver(peer, ["half"], { reader: running });
  }
  expectSame(error, await running, call, {
    swallowed: call === "write"
      ? mistakes.swallowsTheErrorOfWrite
      : mistakes.takesABreakForTheEnd,
  });
}

/** Expects that the error of a call is the one that comes out of `name`. */
export function expectErrorOf(
  call: "read" | "write",
  name: string,
  { error, came }: Settled<unknown>,
  { log }: Wire,
): void {
  const failed = callsOf(log, call, "error").at(0)?.error?.name ?? "Error";
  const cause = error !== undefined
    ? mistakes.changesTheError
    : call === "write"
    ? mistakes.swallowsTheErrorOfWrite
    : mistakes.takesABreakForTheEnd;
  expect(error?.name === failed, {
    expected: throwsOn(name, call, failed),
    came,
    ...cause,
  });
}

/** An error where none belongs is explained by the machinery. */
export function throwOn({ error }: Settled<unknown>): void {
  if (error !== undefined) throw error;
}

/** Expects that no write() runs any more when writeAll() has come back. */
export function expectAwaited(isRunning: boolean): void {
  expect(!isRunning, mistakes.doesNotAwaitWrite);
}

/** Expects that each write() began when the one before had ended. */
export function expectOneByOne(most: number): void {
  expect(most <= 1, { ...mistakes.writesSeveralAtOnce, ...atOnce(most) });
}

/** Expects that writing left the caller's bytes, and all around, alone. */
export function expectUntouched(buffer: Uint8Array, before: Uint8Array): void {
  const same = firstDifference(buffer, before) === undefined;
  expect(same, mistakes.changesTheCallersBytes);
}

/** Expects that a lent connection is open in both directions. */
export function expectNotClosed(conn: Deno.TcpConn, wire: Wire): void {
  const { id, state } = wire.socket(conn);
  const half = wire.log.events.some(({ call, socket }) =>
    call === "closeWrite" && socket === id
  );
  expect(state === "open", mistakes.closesALentConnection);
  expect(!half, mistakes.endsTheStreamAfterWriting);
}

/** Reads as many bytes as the student's code has written on `conn`. */
export function receiveWritten(
  conn: Deno.TcpConn,
  peer: Peer,
  wire: Wire,
): Promise<Uint8Array> {
  return peer.receive(bytesMoved(wire.log, wire.socket(conn), "write"));
}

/** Expects that these bytes were read. */
export function expectRead(
  settled: Settled<unknown>,
  expected: Uint8Array,
  { log }: Wire,
): void {
  throwOn(settled);
  const { value } = settled;
  const cause = causeInReading(value, expected, callsOf(log, "read"));
  expectBytes(value, expected, named.sent, cause);
}

/** Expects this text, of bytes that came in such pieces. */
export function expectText(
  { value, error, came }: Settled<string>,
  text: string,
  { log }: Wire,
  pieces: readonly Uint8Array[] = [],
): void {
  const threw = /encoded data/.test(error?.message ?? "");
  if (!threw) throwOn({ error, came });
  const singly = pieces.length > 0 &&
    pieces.every(({ length }) => length === 1);
  const cuts = everyStart(pieces).slice(1, -1).map((p) => join(p).length);
  expect(value === text, {
    expected: wantedText(text, singly ? "all" : cuts),
    came: typeof value === "string" ? returnedText(value) : came,
    ...causeInText(value, threw, text, callsOf(log, "read")),
  });
}
