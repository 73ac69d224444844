/**
 * The verdict on an echo server that makes no progress: which client waits,
 * and what the student's code does instead of serving it.
 *
 * @module
 */
import { neverAccepted, standsInQueue } from "./queue.ts";
import { accepted, sawEnd } from "./seen.ts";
import { answersAnother, answersLate } from "./unanswered.ts";
import { staysOpen } from "./unanswered.ts";
import { heldUp, notRead } from "./unread.ts";
import { misled, viewOf } from "./view.ts";
import type { View } from "./view.ts";
import type { Words } from "../failure.ts";
import { otherEnd, pending } from "../log/wire_log.ts";
import type { WireLog } from "../log/wire_log.ts";

/** What an echo server that makes no progress is waiting for, in words. */
export function echoHang(log: WireLog): Partial<Words> | undefined {
  const waiting = pending(log, "peer").filter(({ call }) => call === "read");
  for (const event of waiting) {
    const client = log.sockets.find(({ id }) => id === event.socket)!;
    const words = verdictOn(viewOf(log, client));
    if (words !== undefined) return words;
  }
  return inQueue(log);
}

/** The words for a client that waits to be accepted while others are served. */
function inQueue(log: WireLog): Words | undefined {
  const client = log.sockets.find((socket) =>
    socket.side === "peer" && socket.kind === "connection" &&
    socket.state === "open" && otherEnd(log, socket) === undefined
  );
  if (client === undefined || accepted(log).length === 0) return undefined;
  const view = viewOf(log, client);
  return view.inAccept ? undefined : standsInQueue(view);
}

function verdictOn(view: View): Words | undefined {
  const { log, server, busy, busyWith, sent, read, written, readsOn } = view;
  if (server === undefined) {
    return accepted(log).length === 0
      ? neverAccepted(view)
      : standsInQueue(view);
  }
  if (server.state === "closed") return;
  if (!readsOn && busy?.call === "write" && busyWith !== undefined) {
    return heldUp(view, busyWith);
  }
  if (!readsOn && read < sent) return notRead(view);
  const other = misled(view);
  if (written < read && other !== undefined) return answersAnother(view, other);
  if (written < read || (read < sent && written === read)) {
    return answersLate(view);
  }
  if (sawEnd(log, server)) return staysOpen(view);
}
