import type { Place } from "../log/place.ts";
import type { Socket, WireEvent, WireLog } from "../log/wire_log.ts";
import type { NumberedEvent, SentSocket, ThrownError } from "./messages.ts";

/** Remembers what of a log has been sent, and gives what is new in it. */
export interface LogReporter {
  /** What has been added or has changed since the last call. */
  news(): { events: NumberedEvent[]; sockets: SentSocket[] };
  /** The places of those of `events` that have one. */
  placesOf(events: readonly WireEvent[]): [index: number, place: Place][];
}

/**
 * Reports the changes of a log. The work for each is as small as the change,
 * however long the log grows.
 */
export function logReporter(log: WireLog): LogReporter {
  const numbers = new Map<WireEvent, number>();
  const states = new Map<Socket, Socket["state"]>();
  /** Those that were still pending when they were sent. */
  let unfinished: WireEvent[] = [];
  return {
    news() {
      const events = unfinished.filter(isFinished);
      unfinished = unfinished.filter((event) => !isFinished(event));
      for (const event of log.events.slice(numbers.size)) {
        numbers.set(event, numbers.size);
        events.push(event);
        if (!isFinished(event)) unfinished.push(event);
      }
      const sockets = log.sockets.filter((socket) =>
        states.get(socket) !== socket.state
      );
      for (const socket of sockets) states.set(socket, socket.state);
      return {
        events: events.map((event) => [numbers.get(event)!, { ...event }]),
        sockets: sockets.map((socket) => ({
          ...socket,
          made: numbers.get(socket.made)!,
        })),
      };
    },
    placesOf: (events) =>
      events.filter((event) => event.place !== undefined && numbers.has(event))
        .map((event) => [numbers.get(event)!, event.place!]),
  };
}

function isFinished(event: WireEvent): boolean {
  return event.outcome !== "pending";
}

/*
 * What of a program's results and errors can be sent to the check.
 */

const { structuredClone } = globalThis;

/** `value`, or undefined if it is something that cannot leave the worker. */
export function sendable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

/** The name and the message of an error. */
export function sent({ name, message }: Error): ThrownError {
  return { name, message };
}
