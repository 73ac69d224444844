/**
 * What a wire log says of the student's UDP sockets.
 *
 * @module
 */
import { firstDifference } from "../support/bytes.ts";
import { calls, pending } from "../support/log/wire_log.ts";
import type { Socket, WireEvent, WireLog } from "../support/log/wire_log.ts";

/** The datagrams that the student's code has sent, or tries to send. */
export function sends(log: WireLog): WireEvent[] {
  return calls(log, "student", "send");
}

/** The receive() calls of the student's code, also those that still wait. */
export function receives(log: WireLog): WireEvent[] {
  return calls(log, "student", "receive");
}

/** Whether the student's code waits for a datagram. */
export function isReceiving(log: WireLog): boolean {
  return pending(log, "student").some(({ call }) => call === "receive");
}

/** The UDP sockets that the student's code has made. */
export function udpSockets(log: WireLog): Socket[] {
  return log.sockets.filter(({ side, kind, lent }) =>
    side === "student" && kind === "datagram" && !lent
  );
}

/** Whether `value` is a Uint8Array with just the bytes `expected`. */
export function isBytes(value: unknown, expected: Uint8Array): boolean {
  return value instanceof Uint8Array &&
    firstDifference(value, expected) === undefined;
}
