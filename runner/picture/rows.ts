/**
 * From the calls of a recording to the rows of its picture, from top to
 * bottom: arrows between two lines, and calls on one line.
 *
 * @module
 */
import type { Recording } from "../../tests/support/log/recording.ts";
import type { Lifelines } from "./lifelines.ts";
import { markWaiting, momentOf } from "./order.ts";
import type { Order, Pairs } from "./order.ts";

/** One row of a picture. */
export interface Row {
  /**
   * `take` is a call that found what had come before; `wait` is the begin of a
   * call that has never returned, and `never` its row at the end; `unclosed`
   * is a socket that nobody closed.
   */
  kind: "send" | "take" | "call" | "wait" | "never" | "unclosed";
  /** The lines; the same one twice where there is no arrow. */
  from: number;
  to: number;
  /** The call, by its index, and the calls of the other end it goes with. */
  event: number;
  takers: readonly number[];
  /** True where the arrow does not arrive. */
  stopped: boolean;
  /** True for what a newcomer should see first. */
  fault: boolean;
  /** The lines that wait meanwhile, one bit each. */
  waiting: number;
  /** Milliseconds since the check began. */
  time: number;
}

/** How the check ended. */
export interface Ending {
  failed: boolean;
  /** True if it was ended because nothing happened any more. */
  hung: boolean;
}

/** The rows of a recording. */
export function rowsOf(
  recording: Recording,
  { own, at, lines }: Lifelines,
  pairs: Pairs,
  order: Order,
  { failed, hung }: Ending,
): Row[] {
  const { events } = recording;
  const sockets = new Map(recording.sockets.map((one) => [one.id, one]));
  const queue = lines.findIndex(({ kind }) => kind === "queue");
  const listening = new Set(
    recording.sockets.filter(({ side, kind }) =>
      side === "student" && kind === "listener"
    ).map(({ local }) => local.port as number | undefined),
  );
  const waits = events.some(({ side, outcome, call }) =>
    side === "student" && outcome === "pending" && call !== "connect"
  );
  const waitsInRead = events.some(({ side, outcome, call }) =>
    side === "student" && outcome === "pending" && call !== "accept"
  );
  /** The connections that the student's code has taken out of the queue. */
  const accepted = new Set<string>();
  for (const [i, id] of pairs.accepted) {
    if (order.absorbed[i]) accepted.add(clientOf(id));
  }
  const closed = new Set<number>();
  const rows: Row[] = [];
  for (const i of order.events) {
    const row = own[i] >= 0 && !order.absorbed[i] ? rowOf(i) : undefined;
    if (row !== undefined) rows.push(row);
    const made = pairs.accepted.get(i);
    if (made !== undefined) accepted.add(clientOf(made));
  }
  for (const row of rowsAtTheEnd()) rows.push(row);
  markWaiting(rows, recording, own);
  return rows;

  function blank(i: number, kind: Row["kind"]): Row {
    const all = pairs.takers[i];
    return {
      kind,
      from: own[i],
      to: own[i],
      event: i,
      takers: all.length === 0 ? all : all.filter((at) => order.absorbed[at]),
      stopped: false,
      fault: false,
      waiting: 0,
      time: momentOf(events[i]),
    };
  }

  function rowOf(i: number): Row | undefined {
    const { call, outcome, address, side, error } = events[i];
    const socket = sockets.get(events[i].socket ?? 0);
    if (outcome === "pending" && call !== "connect") {
      return isTold(i) && hung ? blank(i, "wait") : undefined;
    }
    const row = blank(i, "call");
    if (call === "accept" || call === "read" || call === "receive") {
      row.kind = "take";
      if (call === "accept" && outcome === "ok") {
        const mine = queue >= 0 && side === "student";
        row.from = mine ? queue : at(address) ?? row.to;
      }
    } else if (call === "connect") {
      row.kind = "send";
      // Who is refused has never come into a queue.
      const refused = error?.name === "ConnectionRefused";
      const to = refused ? at(address) : goesTo(address, socket?.local);
      row.to = to ?? row.from;
      row.stopped = outcome !== "ok";
    } else if (call === "send") {
      row.to = at(address) ?? row.from;
      row.stopped = outcome !== "ok";
    } else if (socket?.kind === "connection" && outcome === "ok") {
      if (!closed.has(socket.id)) {
        row.to = goesTo(socket.remote, socket.local) ?? row.from;
      }
      if (call !== "write") closed.add(socket.id);
    }
    if (row.from !== row.to) row.kind = row.kind === "take" ? "take" : "send";
    return row;
  }

  /** Into the queue, for as long as the connection has not been accepted. */
  function goesTo(
    address: Deno.NetAddr | undefined,
    client: Deno.NetAddr | undefined,
  ): number | undefined {
    const to = at(address);
    if (queue < 0 || !listening.has(address?.port)) return to;
    return client !== undefined && accepted.has(key(client)) ? to : queue;
  }

  function clientOf(id: number): string {
    return key(sockets.get(id)!.remote!);
  }

  /** What is to be said once all has happened. */
  function rowsAtTheEnd(): Row[] {
    const last: Row[] = [];
    const open = new Set(
      recording.sockets.filter(({ side, kind, lent, state }) =>
        side === "student" && kind === "connection" && lent && state === "open"
      ).map(({ id }) => id),
    );
    for (const [i, event] of events.entries()) {
      if (own[i] < 0) continue;
      const pending = event.outcome === "pending";
      if (pending && isTold(i)) {
        const idle = event.call === "accept" && waitsInRead;
        const fault = hung && event.side === "student" && !idle;
        last.push({ ...blank(i, "never"), fault, time: Infinity });
      }
      // What is still at work when a check fails has its sockets open.
      if (event.leaked && !hung && !waits) {
        last.push({ ...blank(i, "unclosed"), fault: true, time: Infinity });
      } else if (failed && !hung && open.delete(event.socket ?? 0)) {
        last.push({ ...blank(i, "unclosed"), time: Infinity });
      }
    }
    return last;
  }

  /** A call that waits to the end is worth telling of where a check failed. */
  function isTold(i: number): boolean {
    return failed && (hung || events[i].side === "student");
  }
}

function key({ hostname, port }: Deno.NetAddr): string {
  return `${hostname}:${port}`;
}
