/**
 * What can be seen of an echo server on the wire: for the lessons in which the
 * student's code is the server and the check plays its clients.
 *
 * @module
 */
import { capital, map } from "../text.ts";
import type { Text } from "../text.ts";
import { otherEnd, pending } from "../log/wire_log.ts";
import type { Call, Socket, WireLog } from "../log/wire_log.ts";

/** The connection sockets of the student's code, in the order of accept. */
export function accepted(log: WireLog): Socket[] {
  return log.sockets.filter(({ side, kind }) =>
    side === "student" && kind === "connection"
  );
}

/** The server's end of the connection with the client at `address`. */
export function servedTo(
  log: WireLog,
  { port }: Deno.NetAddr,
): Socket | undefined {
  return accepted(log).find(({ remote }) => remote?.port === port);
}

/** Whether the student's code has met the end of a stream, or its break. */
export function sawEnd(log: WireLog, socket: Socket): boolean {
  return log.events.some((event) =>
    event.socket === socket.id && event.side === "student" &&
    (event.outcome === "end" || event.outcome === "error")
  );
}

/** What the messages call the client at the other end. */
export function nameOf(log: WireLog, socket: Socket): Text {
  return otherEnd(log, socket)?.name ?? log.peerName;
}

/** Whether such a call of the student's code waits on that socket. */
export function pendingOn(log: WireLog, socket: Socket, call: Call): boolean {
  return pending(log, "student").some((event) =>
    event.socket === socket.id && event.call === call
  );
}

/** How many clients, in words. */
export function clientsInWords(n: number): Text {
  return { en: n === 1 ? "1 client" : `${n} clients`, ko: `${n}명` };
}

/** A sentence around a name, with a capital at its beginning. */
export function sentence(
  name: Text,
  words: { en: (name: string) => string; ko: (name: string) => string },
): Text {
  return map(name, (text, language) => capital(words[language](text)));
}

/** A sentence around two names, with a capital at its beginning. */
export function both(
  name: Text,
  other: Text,
  words: Record<"en" | "ko", (name: string, other: string) => string>,
): Text {
  return map(
    name,
    (text, language) => capital(words[language](text, other[language])),
  );
}
