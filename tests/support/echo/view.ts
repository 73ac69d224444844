/**
 * The situation of one client that waits for an echo server: what the server's
 * code has done for it, and what it does instead.
 *
 * @module
 */
import { bytesMoved, otherEnd, pending } from "../log/wire_log.ts";
import type { Socket, WireEvent, WireLog } from "../log/wire_log.ts";
import type { Text } from "../text.ts";
import { accepted, nameOf, pendingOn } from "./serving.ts";

/** What the wire log says about one client and the rest of the server. */
export interface View {
  log: WireLog;
  /** What the messages call the client. */
  name: Text;
  /** The server's end; none while nobody has accepted the client. */
  server?: Socket;
  /** The calls that wait, other than for this client or in accept(). */
  others: WireEvent[];
  /** The one of them that matters most: a write() before a read(). */
  busy?: WireEvent;
  /** The client for whom that one waits. */
  busyWith?: Text;
  /** Bytes that the client has sent. */
  sent: number;
  /** Bytes that the server has read from this client. */
  read: number;
  /** Bytes that the server has written to this client. */
  written: number;
  /** Whether an accept() waits. */
  inAccept: boolean;
  /** Whether a read() from this client waits. */
  readsOn: boolean;
}

/** Looks at the server from the place of `client`. */
export function viewOf(log: WireLog, client: Socket): View {
  const server = otherEnd(log, client);
  const waiting = pending(log, "student");
  const others = waiting.filter((event) =>
    event.call !== "accept" && event.socket !== server?.id
  );
  const busy = others.find(({ call }) => call === "write") ?? others[0];
  const moved = (call: "read" | "write") =>
    server === undefined ? 0 : bytesMoved(log, server, call);
  return {
    log,
    name: client.name ?? log.peerName,
    server,
    others,
    busy,
    busyWith: busy &&
      nameOf(log, log.sockets.find(({ id }) => id === busy.socket)!),
    sent: bytesMoved(log, client, "write"),
    read: moved("read"),
    written: moved("write"),
    inAccept: waiting.some(({ call }) => call === "accept"),
    readsOn: server !== undefined && pendingOn(log, server, "read"),
  };
}

/** The connection of another client that got more than it had sent. */
export function misled({ log, server }: View): Socket | undefined {
  return accepted(log).find((socket) =>
    socket !== server &&
    bytesMoved(log, socket, "write") > bytesMoved(log, socket, "read")
  );
}
