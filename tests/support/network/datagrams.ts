/**
 * Datagrams that a socket must be able to meet: the shortest, the longest, and
 * those of people whom nobody has asked.
 *
 * @module
 */
import { payload } from "../bytes.ts";
import { lacksSecondAddress, secondAddress } from "../elsewhere.ts";
import type { Text } from "../text.ts";
import type { Wire } from "../wire.ts";

const { os } = Deno.build;
const { listenDatagram } = Deno;

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

/** A socket that somebody could take for the one at the same host. */
export function stranger(wire: Wire): Deno.DatagramConn {
  return strange(wire, wire.datagram());
}

/**
 * Sockets at another host than the one at `known`, on another port and on the
 * same.
 */
export function strangersElsewhere(
  wire: Wire,
  { port }: Deno.NetAddr,
): Deno.DatagramConn[] {
  const hostname = secondAddress;
  return [
    strange(wire, wire.datagram({ hostname })),
    strange(wire, wire.datagram({ hostname, port })),
  ];
}

/**
 * Why no datagram can come from elsewhere on this system, if none can. Wine, for
 * example, lets sockets be bound to the second address, and sends what they send
 * from the first; the ports of the two are the same ones to it.
 */
export const lacksStrangersElsewhere: Text | undefined = lacksSecondAddress ??
  (hasOwnPorts(secondAddress) ? undefined : {
    en: `On this system no datagram comes from ${secondAddress}.`,
    ko: `이 시스템에서는 ${secondAddress}에서 데이터그램을 보낼 수 없습니다.`,
  });

/** Whether a port that is taken at 127.0.0.1 can be had at `hostname`. */
function hasOwnPorts(hostname: string): boolean {
  const transport = "udp";
  // Somebody else may have the very port; not three times in a row.
  for (let i = 0; i < 3; i++) {
    const first = listenDatagram({ transport, hostname: "127.0.0.1", port: 0 });
    try {
      const { port } = first.addr as Deno.NetAddr;
      listenDatagram({ transport, hostname, port }).close();
      return true;
    } catch {
      continue;
    } finally {
      first.close();
    }
  }
  return false;
}

function strange(wire: Wire, socket: Deno.DatagramConn): Deno.DatagramConn {
  wire.socket(socket).name = { en: "a stranger", ko: "낯선 상대" };
  return socket;
}
