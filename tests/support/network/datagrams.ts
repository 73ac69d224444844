/**
 * Datagrams that a socket must be able to meet: the shortest, the longest, and
 * those of people whom nobody has asked.
 *
 * @module
 */
import { payload } from "../bytes.ts";
import { lacksSecondAddress, secondAddress } from "../elsewhere.ts";
import type { Wire } from "../wire.ts";

const { os } = Deno.build;

/**
 * The most bytes that one datagram holds: 65,535 less the headers of IPv4 and
 * UDP (RFC 768, RFC 791). macOS allows 9,216 where nobody has raised it.
 */
export const mostBytes = os === "darwin" ? 9_216 : 65_507;

/**
 * An empty datagram, which is a message too, a short one, one that fits into
 * an Ethernet frame (RFC 894), and the longest.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { mostBytes, oddSizes } from "./datagrams.ts";
 *
 * const sizes = oddSizes().map(({ length }) => length);
 * assert.deepEqual(sizes, [0, 1, 1_472, mostBytes]);
 * ```
 */
export function oddSizes(seed = 1): Uint8Array<ArrayBuffer>[] {
  return [0, 1, 1_472, mostBytes].map((size) => payload(size, seed));
}

/**
 * Sockets that somebody could take for the one at `known`: with the same host
 * and another port, and, where the system has a second loopback address, with
 * another host, and with another host and the same port.
 */
export function strangers(
  wire: Wire,
  known: Deno.NetAddr,
): Deno.DatagramConn[] {
  const hostname = secondAddress;
  const others = lacksSecondAddress === undefined
    ? [
      wire.datagram({ hostname }),
      wire.datagram({ hostname, port: known.port }),
    ]
    : [];
  const all = [...others, wire.datagram()];
  for (const stranger of all) {
    wire.socket(stranger).name = { en: "a stranger", ko: "낯선 상대" };
  }
  return all;
}
