/**
 * In which order the calls of a recording stand in its picture, and which of
 * them need no row of their own.
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";
import { keyOf } from "./lifelines.ts";
import type { Lifelines } from "./lifelines.ts";
import type { Row } from "./rows.ts";

/** The order of the rows. */
export interface Order {
  /** The indexes of the events, from top to bottom. */
  events: number[];
  /** 1 for a call that is told with the one that sent what it took. */
  absorbed: Uint8Array;
}

/**
 * When a call counts: what sends counts from its begin, and what takes counts
 * when it has something. Milliseconds since the check began.
 */
export function momentOf(event: RecordedEvent): number {
  const { began, ended } = event;
  return isTake(event) ? ended ?? began : began;
}

/** True for a call that waits for what another end does. */
export function isTake({ call }: RecordedEvent): boolean {
  return call === "accept" || call === "read" || call === "receive";
}

/**
 * Orders the events. A call that takes is told with the one that sent, as one
 * arrow, if the student's code did nothing else in between; what another end
 * does with what it was sent is always told so. Where the kernel's queue has
 * a line of its own, each connection is told twice: as it comes into the queue,
 * and as it is taken out.
 */
export function orderOf(
  { events }: Recording,
  own: Int32Array,
  { takers, sender }: Pairs,
  withQueue: boolean,
): Order {
  const times = Float64Array.from(events, momentOf);
  const order = events.map((_, i) => i)
    .sort((a, b) => times[a] - times[b] || a - b);
  const absorbed = new Uint8Array(events.length);
  const position = new Int32Array(events.length).fill(-1);
  /** Where the latest row of each line is. */
  const latest = new Map<number, number>();
  order.forEach((i, p) => {
    position[i] = p;
    const send = sender[i];
    if (send >= 0) {
      const idle = (latest.get(own[i]) ?? -1) <= position[send];
      const inOne = takers[send].length === 1;
      // The clocks of two programs may differ a little.
      const early = position[send] < 0;
      const fromQueue = withQueue && events[i].call === "accept";
      if (
        events[i].side === "peer" || early || (inOne && idle && !fromQueue)
      ) {
        absorbed[i] = 1;
        return;
      }
    }
    latest.set(own[i], p);
  });
  return { events: order, absorbed };
}

/*
 * Which call of one end belongs to which call of the other: the connect to its
 * accept, the write to the reads that got its bytes, the end that was sent to
 * the end that was read, the datagram to the receive that took it.
 */

/** The other side of what was sent, all by the index of the event. */
export interface Pairs {
  /** For each call that sends: the calls that took what it sent. */
  takers: (readonly number[])[];
  /** For each call that takes: the call that sent it, or -1. */
  sender: Int32Array;
  /** For a write or send: how many of its bytes nobody has read. */
  unread: Map<number, number>;
  /** For each accept: the id of the connection that it made. */
  accepted: Map<number, number>;
}

const none: readonly number[] = [];

/** The bytes or datagrams that go one way. */
interface Way {
  sends: number[];
  takes: number[];
  /** The first call that ends the way, and the first that saw its end. */
  end?: number;
  seenEnd?: number;
}

/** Pairs the calls of a recording, in time proportional to its length. */
export function pairsOf({ sockets, events }: Recording): Pairs {
  const pairs: Pairs = {
    takers: Array<readonly number[]>(events.length).fill(none),
    sender: new Int32Array(events.length).fill(-1),
    unread: new Map(),
    accepted: new Map(),
  };
  const ends = new Map<string, number>();
  for (const { id, kind, local, remote } of sockets) {
    if (kind !== "connection" || remote === undefined) continue;
    ends.set(`${keyOf(local)} ${keyOf(remote)}`, id);
  }
  const byId = new Map(sockets.map((socket) => [socket.id, socket]));
  const others = new Map<number, number>();
  for (const { id, local, remote } of sockets) {
    if (remote === undefined) continue;
    const other = ends.get(`${keyOf(remote)} ${keyOf(local)}`);
    if (other !== undefined) others.set(id, other);
  }
  const ways = new Map<string | number, Way>();
  const way = (key: string | number): Way => {
    let found = ways.get(key);
    if (found === undefined) ways.set(key, found = { sends: [], takes: [] });
    return found;
  };
  const connects = new Map<string, number>();
  const accepts: number[] = [];
  events.forEach((event, i) => {
    const socket = byId.get(event.socket ?? 0);
    if (event.call === "connect" && socket?.remote !== undefined) {
      connects.set(`${keyOf(socket.remote)} ${keyOf(socket.local)}`, i);
      connects.set(keyOf(socket.local), i);
    }
    if (event.call === "accept" && event.address !== undefined) {
      accepts.push(i);
    }
    if (socket === undefined || event.outcome === "pending") return;
    const from = event.address && socket.kind !== "connection"
      ? plain(event.address)
      : "";
    switch (event.call) {
      case "write":
        if (event.outcome === "ok") way(socket.id).sends.push(i);
        break;
      case "closeWrite":
      case "close":
      case "reset":
        if (socket.kind === "connection" && event.outcome === "ok") {
          way(socket.id).end ??= i;
        }
        break;
      case "read": {
        const other = others.get(socket.id);
        if (other === undefined) break;
        if (event.outcome === "ok") way(other).takes.push(i);
        else way(other).seenEnd ??= i;
        break;
      }
      case "send":
        if (event.outcome !== "ok") break;
        way(`${plain(socket.local)} ${from}`).sends.push(i);
        break;
      case "receive":
        if (event.outcome !== "ok") break;
        way(`${from} ${plain(socket.local)}`).takes.push(i);
    }
    if (event.call === "accept" && event.outcome === "ok") {
      const key = `${keyOf(socket.local)} ${from}`;
      const id = ends.get(key) ?? [...accessible(key)][0];
      if (id !== undefined) pairs.accepted.set(i, id);
    }
  });
  for (const i of accepts) {
    const made = byId.get(pairs.accepted.get(i) ?? 0);
    const connect = made?.remote === undefined
      ? connects.get(keyOf(events[i].address!))
      : connects.get(`${keyOf(made.local)} ${keyOf(made.remote)}`);
    if (connect !== undefined) match(pairs, connect, [i]);
  }
  for (const [key, { sends, takes, end, seenEnd }] of ways) {
    if (typeof key === "string") matchDatagrams(pairs, sends, takes);
    else if (others.get(key) !== undefined) matchBytes(sends, takes);
    if (end !== undefined && seenEnd !== undefined) {
      match(pairs, end, [seenEnd]);
    }
  }
  return pairs;

  /** A listener on all addresses: its connections have the real one. */
  function* accessible(key: string): Generator<number> {
    const [listener, from] = key.split(" ");
    const port = listener.slice(listener.lastIndexOf(":"));
    for (const { id, local, remote } of sockets) {
      if (remote === undefined || keyOf(remote) !== from) continue;
      if (keyOf(local).endsWith(port)) yield id;
    }
  }

  /** Walks along the stream; a group ends where a write and a read both end. */
  function matchBytes(sends: number[], takes: number[]): void {
    let read = 0;
    let written = 0;
    let at = 0;
    let open: { sends: number[]; takes: number[] } = { sends: [], takes: [] };
    const close = () => {
      if (open.sends.length === 1) match(pairs, open.sends[0], open.takes);
      open = { sends: [], takes: [] };
    };
    for (const send of sends) {
      open.sends.push(send);
      written += events[send].size ?? 0;
      while (at < takes.length && read < written) {
        read += events[takes[at]].size ?? 0;
        open.takes.push(takes[at++]);
      }
      if (read === written) close();
      else if (read < written) {
        const missing = Math.min(written - read, events[send].size ?? 0);
        pairs.unread.set(send, missing);
        close();
      }
    }
  }
}

function matchDatagrams(pairs: Pairs, sends: number[], takes: number[]): void {
  sends.forEach((send, i) => {
    if (i < takes.length) match(pairs, send, [takes[i]]);
    else pairs.unread.set(send, -1);
  });
}

/** An address; a socket on all addresses is met on the loopback one. */
function plain({ hostname, port }: Deno.NetAddr): string {
  const host = hostname === "0.0.0.0" || hostname === "localhost"
    ? "127.0.0.1"
    : hostname;
  return `${host}:${port}`;
}

function match(pairs: Pairs, send: number, takes: readonly number[]): void {
  pairs.takers[send] = takes;
  for (const take of takes) pairs.sender[take] = send;
}

/** The calls that wait for the other end. */
const waiting = new Set(["accept", "connect", "read", "receive", "write"]);

/**
 * Notes for each row, which must be in the order of time, which lines wait in
 * a call meanwhile. The lines of the row itself are busy.
 */
export function markWaiting(
  rows: Row[],
  { events }: Recording,
  own: Int32Array,
): void {
  const calls = events.flatMap(({ call, began, ended = Infinity }, i) =>
    waiting.has(call) && own[i] >= 0 ? [{ line: own[i], began, ended }] : []
  );
  const begins = calls.toSorted((a, b) => a.began - b.began);
  const ends = calls.toSorted((a, b) => a.ended - b.ended);
  const underWay = new Map<number, number>();
  let begin = 0;
  let end = 0;
  for (const row of rows) {
    for (; begin < begins.length && begins[begin].began <= row.time; begin++) {
      const { line } = begins[begin];
      underWay.set(line, (underWay.get(line) ?? 0) + 1);
    }
    for (; end < ends.length && ends[end].ended <= row.time; end++) {
      if (ends[end].ended === Infinity) break;
      const { line } = ends[end];
      underWay.set(line, (underWay.get(line) ?? 0) - 1);
    }
    for (const [line, calls] of underWay) {
      const ownRow = line === row.from || line === row.to;
      if (calls > 0 && (!ownRow || row.kind === "wait")) {
        row.waiting |= 1 << line;
      }
    }
  }
}

/**
 * Puts the times of all programs on one clock. A program of the student's that
 * runs beside the check has a clock of its own, which may be some milliseconds
 * ahead or behind; this shows where something was taken before it was sent.
 */
export function onOneClock(
  recording: Recording,
  { lines, own }: Lifelines,
  { sender }: Pairs,
): Recording {
  const events = [...recording.events];
  for (const [line, { kind }] of lines.entries()) {
    const ahead = kind === "student" ? aheadOf(line) : 0;
    if (ahead === 0) continue;
    for (const [i, event] of events.entries()) {
      if (own[i] !== line) continue;
      const { began, ended } = event;
      events[i] = {
        ...event,
        began: began - ahead,
        ended: ended === undefined ? ended : ended - ahead,
      };
    }
  }
  return { ...recording, events };

  /**
   * By how many milliseconds a clock is ahead of the others: in the middle of
   * what is possible, as if both ways took equally long (RFC 5905, section 8).
   */
  function aheadOf(line: number): number {
    let [least, most] = [-Infinity, Infinity];
    sender.forEach((send, take) => {
      if (send < 0 || own[send] === own[take]) return;
      const took = (events[take].ended ?? Infinity) - events[send].began;
      if (own[send] === line) least = Math.max(least, -took);
      if (own[take] === line) most = Math.min(most, took);
    });
    if (least <= 0 && most >= 0) return 0;
    const middle = (least + most) / 2;
    return Number.isFinite(middle) ? middle : least > 0 ? least : most;
  }
}
