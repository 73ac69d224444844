/**
 * What one check saw on the wire, as plain data for pictures: it can be
 * written as JSON, kept in a file, and drawn without a socket.
 *
 * @module
 */
import { fold } from "../verdict/steps.ts";
import type { Text } from "../text.ts";
import { leaks } from "./wire_log.ts";
import type { Socket, WireEvent, WireLog } from "./wire_log.ts";

/** One call, or several alike that follow each other. */
export interface RecordedEvent extends Omit<WireEvent, "sample"> {
  /** How many calls this stands for. */
  times: number;
  /** The first bytes of the first call, in Base64 (RFC 4648). */
  sample?: string;
  /** True if this made a socket that nobody has closed. */
  leaked?: true;
}

/** The wire of one check. */
export interface Recording {
  /** What the check calls the other end. */
  peerName: Text;
  sockets: Omit<Socket, "made">[];
  events: RecordedEvent[];
}

/** Makes a recording of a log whose places have been filled in. */
export function toRecording(log: WireLog): Recording {
  const leaked = new Set(leaks(log));
  return {
    peerName: log.peerName,
    sockets: log.sockets.map(({ made: _, ...socket }) => socket),
    events: fold(log.events).map(({ first, last, times, size }) => ({
      ...first,
      sample: first.sample?.toBase64(),
      size: first.size === undefined ? undefined : size,
      ended: last.ended,
      times,
      ...(leaked.has(first) ? { leaked: true } : {}),
    })),
  };
}
