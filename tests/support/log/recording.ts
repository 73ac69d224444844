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

/** Calls at either end of a log that are kept in full: no picture shows more. */
const mostShown = 150;

/**
 * Makes a recording of a log. `findPlaces` is given the calls whose lines are
 * worth finding, and writes them into these. The calls in the middle of a long
 * log have neither lines nor bytes.
 */
export function toRecording(
  log: WireLog,
  findPlaces: (calls: readonly WireEvent[]) => void,
): Recording {
  const steps = fold(log.events);
  const leaked = new Set(leaks(log));
  const shown = new Set(
    [...steps.slice(0, mostShown), ...steps.slice(-mostShown)]
      .map(({ first }) => first),
  );
  findPlaces([...shown]);
  return {
    peerName: log.peerName,
    sockets: log.sockets.map(({ made: _, ...socket }) => socket),
    events: steps.map(({ first, last, times, size }) => ({
      ...first,
      sample: shown.has(first) ? first.sample?.toBase64() : undefined,
      size: first.size === undefined ? undefined : size,
      began: inMicroseconds(first.began),
      ended: last.ended === undefined ? undefined : inMicroseconds(last.ended),
      times,
      ...(leaked.has(first) ? { leaked: true } : {}),
    })),
  };
}

/** Milliseconds without the digits that no picture shows. */
function inMicroseconds(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
