/**
 * The wire log: one list of what happened on the sockets of one check. It is
 * plain data, so that failures, hang and leak verdicts, and pictures can all
 * be made from it by functions without side effects.
 *
 * @module
 */
import type { Text } from "../text.ts";
import type { Place } from "./place.ts";

/** Who made a call: the student's code, or the end that the check plays. */
export type Side = "student" | "peer";

/** The calls that are recorded, named as in Deno. */
export type Call =
  | "listen"
  | "accept"
  | "connect"
  | "read"
  | "write"
  | "closeWrite"
  | "close"
  | "reset"
  | "listenDatagram"
  | "send"
  | "receive";

/** One call on a socket. */
export interface WireEvent {
  side: Side;
  call: Call;
  /** The `id` in {@linkcode WireLog.sockets}; absent while there is none. */
  socket?: number;
  /** Milliseconds since the check began. */
  began: number;
  /** Milliseconds since the check began; absent while the call still waits. */
  ended?: number;
  /** `end` is the end of the stream, which Deno's read reports as null. */
  outcome: "pending" | "ok" | "end" | "error";
  /** Name and message of the error, for the outcome `error`. */
  error?: { name: string; message: string };
  /** How many bytes were moved. */
  size?: number;
  /** The first of these bytes, at most {@linkcode sampleSize}. */
  sample?: Uint8Array;
  /** What the call was given where bytes belong; absent where it got some. */
  given?: "a text" | "nothing" | "a promise" | "a callback";
  /** True for a close() by a Web stream of the connection, at its end. */
  byStream?: boolean;
  /** The hostname that it was to be bound to; the address has its number. */
  hostname?: string;
  /** The port that was asked for; 0 lets the kernel pick one. */
  port?: number;
  /** The length of the queue that listen() was asked for. */
  backlog?: number;
  /** Where a connect or a send goes, where an accept or receive comes from. */
  address?: Deno.NetAddr;
  /** The line of the exercise that made the call, filled in by `places()`. */
  place?: Place;
}

/** One socket and what became of it. */
export interface Socket {
  id: number;
  side: Side;
  kind: "listener" | "connection" | "datagram";
  local: Deno.NetAddr;
  remote?: Deno.NetAddr;
  state: "open" | "closed";
  /** What the messages call this end, where a check plays more than one. */
  name?: Text;
  /** Made by the check and lent to the student's code, so no leak of it. */
  lent?: boolean;
  /** The call that made the socket. */
  made: WireEvent;
}

/** What happened beside the wire, and is told among its steps. */
export interface Note {
  /** Milliseconds since the check began. */
  at: number;
  who: Text;
  what: Text;
}

/** Everything that one check saw on the wire. */
export interface WireLog {
  events: WireEvent[];
  sockets: Socket[];
  /** What the check calls the other end, for example "the server". */
  peerName: Text;
  /** Milliseconds since the check began, at the latest begin or end. */
  touched: number;
  /** What happened beside it. */
  notes?: Note[];
}

/** How many bytes of each call are kept to be shown. */
export const sampleSize = 48;

/** An empty log for a new check. */
export function emptyLog(): WireLog {
  return {
    events: [],
    sockets: [],
    peerName: { en: "the check", ko: "검사 쪽" },
    touched: 0,
  };
}

/** The calls that have begun and not ended, oldest first. */
export function pending(log: WireLog, side: Side): WireEvent[] {
  return log.events.filter((event) =>
    event.side === side && event.outcome === "pending"
  );
}

/** The calls of one side, oldest first; with `call` only those of that kind. */
export function calls(log: WireLog, side: Side, call?: Call): WireEvent[] {
  return log.events.filter((event) =>
    event.side === side && (call === undefined || event.call === call)
  );
}

/**
 * The calls of the student's code that made a socket which nobody has closed,
 * or that are still making one.
 */
export function leaks(log: WireLog): WireEvent[] {
  const open = log.sockets.filter((socket) =>
    socket.side === "student" && socket.state === "open" && !socket.lent
  );
  return [
    ...open.map((socket) => socket.made),
    ...pending(log, "student").filter((event) => event.call === "connect"),
  ];
}

/**
 * The other end of a connection, if it is in the log as well: the one whose
 * two addresses are the same the other way round (RFC 9293, section 4, names
 * a connection by its pair of sockets).
 */
export function otherEnd(log: WireLog, socket: Socket): Socket | undefined {
  return log.sockets.find((other) =>
    other.kind === "connection" && other !== socket &&
    other.remote !== undefined && socket.remote !== undefined &&
    same(other.local, socket.remote) && same(other.remote, socket.local)
  );
}

/** How many bytes a socket has moved with one call, `read` or `write`. */
export function bytesMoved(log: WireLog, socket: Socket, call: Call): number {
  let sum = 0;
  for (const event of log.events) {
    if (event.socket === socket.id && event.call === call) {
      sum += event.size ?? 0;
    }
  }
  return sum;
}

/** So many calls of a socket take a part of a second, and no more. */
const fairCalls = 25_000;

/**
 * How long a stream is fair for code that has moved so few bytes a call: `most`
 * where it moves some hundred, and shorter where it moves a few. Six megabytes
 * in calls of one byte are six million system calls, a minute of work that says
 * nothing new. A script lets the code move a short message first, and asks of
 * that socket.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createScope, endScope } from "./scope.ts";
 * import { fairSize } from "./wire_log.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const [conn] = await wire.pair();
 * for (let i = 0; i < 500; i++) await conn.write(new Uint8Array(1));
 * const size = fairSize(wire.log, wire.socket(conn), "write", 6_000_000);
 * assert.equal(size, 25_000);
 * endScope(scope);
 * ```
 */
export function fairSize(
  log: WireLog,
  socket: Socket,
  call: "read" | "write",
  most: number,
): number {
  const moving = log.events.filter((event) =>
    event.socket === socket.id && event.call === call && event.outcome === "ok"
  );
  const bytes = bytesMoved(log, socket, call);
  const each = moving.length === 0 ? most : bytes / moving.length;
  return Math.min(most, Math.ceil(each * fairCalls));
}

function same(a: Deno.NetAddr, b: Deno.NetAddr): boolean {
  return a.hostname === b.hostname && a.port === b.port;
}

/**
 * Counts the bytes that a socket has moved with one call, for who asks again
 * after every event: what has come to its end is added up once. The sum of
 * `bytesMoved` over a log of 6,000 one-byte reads, asked 6,000 times, takes a
 * reader so long that it looks like an endless loop.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createScope, endScope } from "./scope.ts";
 * import { tally } from "./wire_log.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const [conn] = await wire.pair();
 * const written = tally(wire.log, wire.socket(conn), "write");
 * await conn.write(new Uint8Array(5));
 * assert.equal(written(), 5);
 * endScope(scope);
 * ```
 */
export function tally(log: WireLog, socket: Socket, call: Call): () => number {
  const { events } = log;
  /** All before this place have come to their end, and are in `sum`. */
  let settled = 0;
  let sum = 0;
  let last: WireLog["events"][number] | undefined;
  return () => {
    // A script may have taken steps out of the log.
    if (events[settled - 1] !== last) {
      settled = 0;
      sum = 0;
    }
    let open = 0;
    let done = true;
    for (let i = settled; i < events.length; i++) {
      const event = events[i];
      const ours = event.socket === socket.id && event.call === call;
      const size = ours ? event.size ?? 0 : 0;
      done &&= event.outcome !== "pending";
      if (done) {
        sum += size;
        settled = i + 1;
      } else open += size;
    }
    last = events[settled - 1];
    return sum + open;
  };
}
