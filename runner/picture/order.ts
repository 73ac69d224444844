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
import type { Pairs } from "./pairs.ts";

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
