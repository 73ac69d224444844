import type { Place } from "./place.ts";
import type { NumberedEvent, SentSocket } from "./program_messages.ts";
import type { Text } from "./text.ts";
import type { Socket, WireEvent, WireLog } from "./wire_log.ts";

/** Puts what a program reports of its log into the log of the check. */
export interface LogMerger {
  merge(news: { events: NumberedEvent[]; sockets: SentSocket[] }): void;
  place(places: readonly [index: number, place: Place][]): void;
  /** The calls that made those of the program's sockets. */
  made(ids: readonly number[]): WireEvent[];
}

/** Merges the log of the program called `name` into `log`, by the time. */
export function logMerger(log: WireLog, name: Text): LogMerger {
  /** By their places and ids in the program's log. */
  const events = new Map<number, WireEvent>();
  const sockets = new Map<number, Socket>();
  const here = (id?: number) => id && (sockets.get(id)?.id ?? addId(id));
  /** A call is reported before the socket that it made or was made on. */
  function addId(id: number): number {
    const socket = { id: log.sockets.length + 1 } as Socket;
    log.sockets.push(socket);
    sockets.set(id, socket);
    return socket.id;
  }
  return {
    merge(news) {
      const known: SentSocket[] = news.sockets;
      for (const socket of known) if (!sockets.has(socket.id)) addId(socket.id);
      for (const [index, { socket, ...fields }] of news.events) {
        const event = { ...fields, socket: here(socket), program: name };
        const old = events.get(index);
        if (old !== undefined) Object.assign(old, event);
        else {
          events.set(index, event);
          insert(log.events, event);
        }
      }
      for (const { id, made, ...fields } of known) {
        const socket = sockets.get(id)!;
        Object.assign(socket, fields, { made: events.get(made)! });
        if (socket.made.call !== "accept") socket.made.socket = socket.id;
      }
    },
    place(places) {
      for (const [index, place] of places) events.get(index)!.place = place;
    },
    made: (ids) => ids.map((id) => sockets.get(id)!.made),
  };
}

function insert(events: WireEvent[], event: WireEvent): void {
  let at = events.length;
  while (at > 0 && events[at - 1].began > event.began) at--;
  events.splice(at, 0, event);
}
