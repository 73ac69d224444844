/**
 * Which mistake of lesson 1 it was, from what the code gave and from the wire.
 *
 * @module
 */
import type { WireEvent, WireLog } from "../support/log/wire_log.ts";
import { calls } from "../support/log/wire_log.ts";
import type { Settled } from "../support/settle.ts";
import type { Accepts } from "./names.ts";
import { calledTwice } from "./sentences.ts";
import type { Kind } from "./sentences.ts";
import { asksForATakenPort, missesTheTakenPort, mistakes } from "./words.ts";

/** The kind of socket that a value looks like, if it looks like one. */
export function kindOf(value: unknown): Kind | undefined {
  return typeof property(value, "accept") === "function"
    ? "Deno.TcpListener"
    : typeof property(value, "receive") === "function"
    ? "Deno.DatagramConn"
    : undefined;
}

/** A property of anything at all; undefined where there is none. */
export function property(value: unknown, name: string): unknown {
  return (value as Record<string, unknown> | null | undefined)?.[name];
}

/** Why a value is no socket of the kind that was asked for. */
export function wrongKind(value: unknown) {
  if (kindOf(value) !== undefined) return mistakes.exchangesTcpAndUdp;
  return typeof value === "number"
    ? mistakes.returnsANumber
    : mistakes.returnsNoSocket;
}

/** Why there is no TypeError; `accepts` says it of a socket that was opened. */
export function notRefused(
  { value, error }: Settled<unknown>,
  accepts: Accepts,
): Accepts {
  const inherited = accepts === mistakes.takesInheritedNames;
  if (kindOf(value) !== undefined || inherited) return accepts;
  return error === undefined
    ? mistakes.reportsWithMinusOne
    : mistakes.throwsAnotherClass;
}

/** Why openBoth() found a port taken that nobody had. */
export function portTaken(log: WireLog) {
  const ours = calls(log, "student");
  const failed = ours.findLast(({ outcome }) => outcome === "error");
  const twice = failed !== undefined &&
    ours.some(({ call, outcome }) => call === failed.call && outcome === "ok");
  return twice
    ? { ...mistakes.opensOneProtocolTwice, why: calledTwice(failed.call) }
    : { ...mistakes.takesAnyPort, why: asksForATakenPort };
}

/**
 * Why openBoth() did not throw AddrInUse for the `port` that is taken.
 * `refusal` is what Deno said to its call, if there was one.
 */
export function hidesAddrInUse(
  { value, error }: Settled<unknown>,
  refusal: WireEvent["error"],
  port: number,
) {
  if (error instanceof TypeError && refusal !== undefined) {
    return mistakes.closesWhatWasNeverOpened;
  }
  if (error instanceof Deno.errors.BadResource) return mistakes.closesTwice;
  if (error !== undefined) return mistakes.changesTheError;
  const stream = kindOf(property(value, "stream")) === "Deno.TcpListener";
  const datagram = property(value, "datagram");
  const both = stream && kindOf(datagram) === "Deno.DatagramConn";
  const { addr } = datagram as Deno.DatagramConn ?? {};
  if (both && (addr as Deno.NetAddr).port === port) {
    return mistakes.sharesTheUdpPort;
  }
  if (refusal === undefined) return missesTheTakenPort;
  if (both) return mistakes.movesToAnotherPort;
  return stream !== (kindOf(datagram) === "Deno.DatagramConn")
    ? mistakes.keepsHalfAServer
    : mistakes.swallowsTheError;
}
