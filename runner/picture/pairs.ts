/**
 * Which call of one end belongs to which call of the other: the connect to its
 * accept, the write to the reads that got its bytes, the end that was sent to
 * the end that was read, the datagram to the receive that took it.
 *
 * @module
 */
import type { Recording } from "../../tests/support/log/recording.ts";
import { keyOf } from "./lifelines.ts";

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
