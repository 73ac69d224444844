/**
 * Where a datagram goes, and Deno's own call that takes it there; and what a
 * call was given to send or to fill.
 *
 * @module
 */
import { isLockedDown } from "../exercise/lockdown.ts";
import type { WireEvent } from "./wire_log.ts";

type Send = Deno.DatagramConn["send"];

/** Deno's own, which goes to every port. */
let real: Send | undefined;

/**
 * Deno's own send() of a UDP socket. From the first time on, an exercise does
 * not find it at the prototype either.
 */
export function takeSend(datagram: Deno.DatagramConn): Send {
  real ??= hideSend(datagram);
  return real.bind(datagram);
}

function hideSend(datagram: Deno.DatagramConn): Send {
  const own = datagram.send;
  function send(
    this: Deno.DatagramConn,
    ...args: Parameters<Send>
  ): Promise<number> {
    if (!isLockedDown()) return own.apply(this, args);
    throw new Deno.errors.NotSupported("Call send() of the socket itself");
  }
  Object.defineProperty(Object.getPrototypeOf(datagram), "send", {
    value: send,
    writable: true,
    configurable: true,
  });
  return own;
}

/**
 * Where a datagram goes. Each part is read once and kept as Deno would take
 * it, so that what is asked about is also what is sent to. What is no address,
 * or no number, Deno's own call refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { destinationOf } from "./send.ts";
 *
 * const to = { transport: "udp", hostname: "::1", port: 9.5 } as const;
 * assert.deepEqual(destinationOf(to), { ...to, port: 9 });
 * ```
 */
export function destinationOf(to: Deno.NetAddr): Deno.NetAddr {
  if (!(to instanceof Object)) return to;
  const { transport, hostname, port } = to;
  return {
    transport,
    hostname: String(hostname ?? "127.0.0.1"),
    port: typeof port === "number" ? toUint16(port) : port,
  };
}

/** A number as Deno takes it for the port of a datagram: 16 bits. */
function toUint16(port: number): number {
  return Math.min(Math.max(Math.trunc(port) || 0, 0), 65_535);
}

/** Writes down what a call was given that takes bytes, where it is something else. */
export function noteGiven(
  event: WireEvent,
  bytes: unknown,
  more?: unknown,
): void {
  if (bytes instanceof Uint8Array && more === undefined) return;
  event.given = typeof bytes === "string"
    ? "a text"
    : typeof bytes === "function" || typeof more === "function"
    ? "a callback"
    : bytes instanceof Promise
    ? "a promise"
    : bytes === undefined || bytes === null
    ? "nothing"
    : undefined;
}
