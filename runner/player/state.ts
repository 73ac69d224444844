/**
 * What stands where at each step of a recording: who waits in which call, who
 * stands in a listening queue, which bytes lie in which buffer, whose FIN or
 * RST is on its way. All of it is worked out from the recorded calls, which say
 * what went in and what came out; the kernel between them is not asked.
 *
 * This module runs in Deno and, with its types taken out, in the browser. So it
 * imports types alone.
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";

/** A step: a call begins, comes back, or does both at once. */
export interface Step {
  /** The call, by its index in the recording. */
  event: number;
  part: "begin" | "end" | "whole";
}

/** Bytes that were written together. */
export interface Chunk {
  size: number;
  /** The first of them, as far as they are known. */
  bytes: Uint8Array;
}

/** The bytes on their way from one socket to another. */
export interface Way {
  /** The ids of the sockets. */
  from: number;
  to: number;
  /** What lies in the buffers of both ends, oldest first. */
  chunks: Chunk[];
  /** How many bytes were written, read, and lost, so far. */
  written: number;
  read: number;
  lost: number;
  /** The end of the stream or a reset, from when it is sent until it is seen. */
  end?: "FIN" | "RST";
  endSeen?: true;
}

/** A datagram that nobody has received yet. */
export interface Waiting {
  from?: number;
  to: number;
  chunk: Chunk;
}

/** What became of a socket. */
export type Life = "open" | "half closed" | "closed" | "reset";

/** All that holds after a step. */
export interface State {
  /** The sockets that are there, in the order in which they came. */
  sockets: Map<number, Life>;
  /** Of each listener: the addresses of those who stand in its queue. */
  queues: Map<number, string[]>;
  ways: Way[];
  datagrams: Waiting[];
  /** The calls that wait, by their index. */
  waits: number[];
}

/** The calls that can wait for another end. */
const canWait = new Set(["connect", "accept", "read", "write", "receive"]);

/**
 * The steps of a recording, in the order of time. A call that nothing happened
 * during is one step; one that has not come back only begins.
 */
export function stepsOf({ events }: Recording): Step[] {
  const moments = events.flatMap((event, i) => {
    const begin = { event: i, part: "begin" as const, at: event.began };
    return event.ended === undefined
      ? [begin]
      : [begin, { event: i, part: "end" as const, at: event.ended }];
  });
  // A call comes back after it began, and of two at the same time the first
  // one to begin comes first.
  moments.sort((a, b) =>
    a.at - b.at || (a.part === b.part ? a.event - b.event : 0)
  );
  const steps: Step[] = [];
  for (let i = 0; i < moments.length; i++) {
    const { event, part } = moments[i];
    const next = moments[i + 1];
    const whole = part === "begin" && next?.event === event;
    if (whole) i++;
    steps.push({ event, part: whole ? "whole" : part });
  }
  return steps;
}

/**
 * What holds once the first `count` steps are done.
 *
 * What is written counts as on its way from when the call began, because a part
 * of it may be read before the call is back.
 */
export function stateAt(
  recording: Recording,
  steps: readonly Step[],
  count: number,
): State {
  const { sockets, events } = recording;
  const byId = new Map(sockets.map((socket) => [socket.id, socket]));
  const idOf = new Map<string, number>();
  for (const { id, kind, local, remote } of sockets) {
    if (kind === "connection" && remote !== undefined) {
      idOf.set(`${keyOf(local)} ${keyOf(remote)}`, id);
    } else if (kind === "datagram") idOf.set(keyOf(local), id);
  }
  const listeners = new Map<string, number>();
  const state: State = {
    sockets: new Map(),
    queues: new Map(),
    ways: [],
    datagrams: [],
    waits: [],
  };
  const ways = new Map<number, Way>();
  for (const { id, kind, local } of whatIsLent(recording)) {
    state.sockets.set(id, "open");
    if (kind === "listener") {
      listeners.set(keyOf(local), id);
      state.queues.set(id, []);
    }
  }
  for (const { event, part } of steps.slice(0, count)) {
    const call = events[event];
    if (part !== "end") begin(call, event);
    if (part !== "begin") end(call, event);
  }
  state.ways = [...ways.values()].filter(isWorthShowing);
  return state;

  function begin(call: RecordedEvent, index: number): void {
    if (call.outcome === "pending" || canWait.has(call.call)) {
      state.waits.push(index);
    }
    const { socket: id, size = 0 } = call;
    if (id === undefined || call.outcome === "error") return;
    if (call.call === "write") put(wayFrom(id), chunkOf(call, size));
    else if (call.call === "send") send(call, id, size);
    else if (call.call === "closeWrite") {
      state.sockets.set(id, "half closed");
      endWay(id, "FIN");
    } else if (call.call === "close" || call.call === "reset") {
      leave(id, call.call === "reset");
    }
  }

  function end(call: RecordedEvent, index: number): void {
    state.waits = state.waits.filter((waiting) => waiting !== index);
    const { socket: id, outcome, size = 0 } = call;
    if (call.call === "connect" || call.call === "accept") {
      if (outcome === "ok") made(call);
      return;
    }
    if (id === undefined) return;
    if (call.call === "listen" || call.call === "listenDatagram") {
      if (outcome !== "ok") return;
      state.sockets.set(id, "open");
      if (call.call === "listen") {
        listeners.set(keyOf(byId.get(id)!.local), id);
        state.queues.set(id, []);
      }
    } else if (call.call === "read") {
      const way = wayTo(id);
      if (way === undefined) return;
      if (outcome === "ok") take(way, size);
      else if (way.end !== undefined) way.endSeen = true;
    } else if (call.call === "receive" && outcome === "ok") receive(call, id);
  }

  /** A connection has come about at one of its ends. */
  function made(call: RecordedEvent): void {
    const socket = call.socket === undefined
      ? undefined
      : byId.get(call.socket);
    if (socket !== undefined) state.sockets.set(socket.id, "open");
    if (call.call === "accept") {
      const listener = byId.get(call.socket ?? -1);
      const from = call.address === undefined ? "" : keyOf(call.address);
      for (const [id, queue] of state.queues) {
        if (listener === undefined || id === call.socket) {
          const place = queue.indexOf(from);
          if (place >= 0) queue.splice(place, 1);
        }
      }
      for (const { id, remote } of sockets) {
        if (remote !== undefined && keyOf(remote) === from) {
          if (!state.sockets.has(id)) state.sockets.set(id, "open");
        }
      }
    } else if (socket?.remote !== undefined) {
      const listener = listeners.get(keyOf(socket.remote)) ??
        listeners.get(`0.0.0.0:${socket.remote.port}`);
      const other = idOf.get(`${keyOf(socket.remote)} ${keyOf(socket.local)}`);
      // It may have been accepted before connect() came back.
      if (
        listener !== undefined &&
        (other === undefined || !state.sockets.has(other))
      ) state.queues.get(listener)?.push(keyOf(socket.local));
    }
  }

  function otherEnd(id: number): number | undefined {
    const socket = byId.get(id);
    if (socket?.remote === undefined) return undefined;
    return idOf.get(`${keyOf(socket.remote)} ${keyOf(socket.local)}`);
  }

  function wayFrom(id: number): Way {
    let way = ways.get(id);
    if (way === undefined) {
      const to = otherEnd(id) ?? -1;
      way = { from: id, to, chunks: [], written: 0, read: 0, lost: 0 };
      ways.set(id, way);
    }
    return way;
  }

  function wayTo(id: number): Way | undefined {
    const from = otherEnd(id);
    return from === undefined ? undefined : wayFrom(from);
  }

  function put(way: Way, chunk: Chunk): void {
    way.written += chunk.size;
    // Whoever has closed takes nothing any more.
    const gone = state.sockets.get(way.to);
    if (gone === "closed" || gone === "reset") way.lost += chunk.size;
    else if (chunk.size > 0) way.chunks.push(chunk);
  }

  /** Takes bytes out of a buffer, the oldest first. */
  function take(way: Way, size: number): void {
    way.read += size;
    let rest = size;
    while (rest > 0 && way.chunks.length > 0) {
      const [first] = way.chunks;
      if (first.size > rest) {
        way.chunks[0] = {
          size: first.size - rest,
          bytes: first.bytes.subarray(rest),
        };
        return;
      }
      rest -= first.size;
      way.chunks.shift();
    }
    // They are of a call that is still writing, or that has failed.
    way.written += rest;
  }

  function endWay(id: number, how: "FIN" | "RST"): void {
    const way = wayFrom(id);
    way.end ??= how;
    if (how === "RST") {
      way.end = how;
      way.lost += sizeOf(way.chunks);
      way.chunks = [];
    }
  }

  /** A socket is closed, or broken off. */
  function leave(id: number, reset: boolean): void {
    const kind = byId.get(id)?.kind;
    state.sockets.set(id, reset ? "reset" : "closed");
    if (kind === "listener") {
      state.queues.delete(id);
      for (const [key, one] of listeners) {
        if (one === id) listeners.delete(key);
      }
      return;
    }
    if (kind !== "connection") {
      state.datagrams = state.datagrams.filter(({ to }) => to !== id);
      return;
    }
    const mine = wayTo(id);
    // Closing with bytes unread breaks the connection off (RFC 9293, 3.6.1).
    const unread = mine !== undefined && mine.chunks.length > 0;
    if (mine !== undefined) {
      mine.lost += sizeOf(mine.chunks);
      mine.chunks = [];
    }
    endWay(id, reset || unread ? "RST" : "FIN");
  }

  function send(call: RecordedEvent, id: number, size: number): void {
    const to = call.address === undefined
      ? undefined
      : idOf.get(keyOf(call.address)) ?? anyOf(call.address.port);
    if (to === undefined || state.sockets.get(to) !== "open") return;
    state.datagrams.push({ from: id, to, chunk: chunkOf(call, size) });
  }

  /** The socket at all addresses that has this port. */
  function anyOf(port: number): number | undefined {
    return idOf.get(`0.0.0.0:${port}`);
  }

  function receive(call: RecordedEvent, id: number): void {
    const from = call.address === undefined
      ? undefined
      : idOf.get(keyOf(call.address));
    const at = state.datagrams.findIndex((one) =>
      one.to === id && (from === undefined || one.from === from)
    );
    if (at >= 0) state.datagrams.splice(at, 1);
  }

  function isWorthShowing(way: Way): boolean {
    return way.chunks.length > 0 || way.end !== undefined && !way.endSeen;
  }
}

/** The sockets that no call makes: they were there before, lent by the check. */
function whatIsLent(
  { sockets, events }: Recording,
): Recording["sockets"] {
  const made = new Set<number | undefined>();
  const accepted = new Set<string>();
  for (const { call, socket, address } of events) {
    if (/^(connect|listen|listenDatagram)$/.test(call)) made.add(socket);
    if (call === "accept" && address !== undefined) {
      accepted.add(keyOf(address));
    }
  }
  return sockets.filter(({ id, remote }) =>
    !made.has(id) && !(remote !== undefined && accepted.has(keyOf(remote)))
  );
}

/** How many bytes lie in some chunks. */
export function sizeOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { size }) => sum + size, 0);
}

/** The first bytes of some chunks that are known without a gap, at most `most`. */
export function beginningOf(
  chunks: readonly Chunk[],
  most: number,
): Uint8Array {
  const known: number[] = [];
  for (const { size, bytes } of chunks) {
    known.push(...bytes.subarray(0, most - known.length));
    if (known.length >= most || bytes.length < size) break;
  }
  return Uint8Array.from(known);
}

function chunkOf({ sample }: RecordedEvent, size: number): Chunk {
  const bytes = sample === undefined
    ? new Uint8Array()
    : Uint8Array.from(atob(sample), (letter) => letter.charCodeAt(0));
  return { size, bytes: bytes.subarray(0, size) };
}

function keyOf({ hostname, port }: Deno.NetAddr): string {
  return `${hostname}:${port}`;
}
