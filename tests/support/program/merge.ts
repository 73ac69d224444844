import type { Place } from "../log/place.ts";
import type { NumberedEvent, SentSocket } from "./messages.ts";
import type { Text } from "../text.ts";
import type { Socket, WireEvent, WireLog } from "../log/wire_log.ts";

/** Puts what a program reports of its log into the log of the check. */
export interface LogMerger {
  merge(news: { events: NumberedEvent[]; sockets: SentSocket[] }): void;
  /** Says where in the exercise calls were made. */
  place(places: readonly [index: number, place: Place][]): void;
  /** The calls that made these of the program's sockets. */
  made(ids: readonly number[]): WireEvent[];
}

/**
 * Merges the log of one program into `log`, in the order of time. The sockets
 * of the program are called `name`. Events and sockets are counted anew,
 * because both sides count from the same number.
 */
export function logMerger(log: WireLog, name: Text): LogMerger {
  const events = new Map<number, WireEvent>();
  const sockets = new Map<number, Socket>();
  function idHere(id: number): number {
    const known = sockets.get(id);
    if (known !== undefined) return known.id;
    const socket = { id: log.sockets.length + 1, name } as Socket;
    log.sockets.push(socket);
    sockets.set(id, socket);
    return socket.id;
  }
  return {
    merge(news) {
      for (const { id } of news.sockets) idHere(id);
      for (const [index, sent] of news.events) {
        const socket = sent.socket && idHere(sent.socket);
        const known = events.get(index);
        if (known !== undefined) Object.assign(known, { ...sent, socket });
        else {
          const event = { ...sent, socket };
          events.set(index, event);
          insert(log.events, event);
        }
      }
      for (const { id, made, ...fields } of news.sockets) {
        const socket = sockets.get(id)!;
        Object.assign(socket, fields, { made: events.get(made)! });
        if (socket.made.call !== "accept") socket.made.socket = socket.id;
      }
    },
    place(places) {
      for (const [index, place] of places) {
        const event = events.get(index);
        if (event !== undefined) event.place = place;
      }
    },
    made: (ids) => ids.map((id) => sockets.get(id)!.made),
  };
}

function insert(events: WireEvent[], event: WireEvent): void {
  let at = events.length;
  while (at > 0 && events[at - 1].began > event.began) at--;
  events.splice(at, 0, event);
}
