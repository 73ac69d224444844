import type { Recording } from "../../tests/support/log/recording.ts";
import { keyOf } from "./lifelines.ts";

/**
 * Gives each connect that has come about its socket. An end that plays from
 * outside of Deno, to break a connection off, is recorded in two parts: the
 * connect, and the connection.
 */
export function complete(recording: Recording): Recording {
  const { sockets, events } = recording;
  const made = new Set(
    events.map(({ call, socket }) => call === "connect" ? socket : undefined),
  );
  const free = new Map<string, number[]>();
  for (const { id, side, kind, remote } of sockets) {
    if (kind !== "connection" || remote === undefined || made.has(id)) continue;
    const key = `${side} ${keyOf(remote)}`;
    free.set(key, [...free.get(key) ?? [], id]);
  }
  return {
    ...recording,
    events: events.map((event) => {
      const { call, side, socket, outcome, address } = event;
      const lacks = call === "connect" && socket === undefined &&
        outcome === "ok" && address !== undefined;
      const found = lacks
        ? free.get(`${side} ${keyOf(address)}`)?.shift()
        : undefined;
      return found === undefined ? event : { ...event, socket: found };
    }),
  };
}
