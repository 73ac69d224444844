import { failTooMany, mostSockets } from "../verdict/endless.ts";
import type { Scope } from "./scope.ts";
import type { Side, Socket } from "./wire_log.ts";

/**
 * How many listeners and UDP sockets the student's code may have open at once.
 * The lessons need five; and each takes one of some 28,000 ports that all who
 * are marked at the same time share.
 */
export const mostBound = 100;

/**
 * Ends a check whose code opens sockets for ever, even in a loop that never
 * waits and whatever it catches. It is asked before a socket is made.
 */
export function admit(scope: Scope, side: Side, kind: Socket["kind"]): void {
  const { sockets } = scope.log;
  if (sockets.length + scope.attempts < mostSockets) {
    if (side === "peer" || kind === "connection") return;
    const bound = sockets.filter((socket) =>
      socket.side === "student" && socket.state === "open" &&
      socket.kind !== "connection"
    );
    if (bound.length < mostBound) return;
  }
  refuseMore(scope);
}

/** Ends the check because its code opens too many sockets. */
export function refuseMore(scope: Scope): never {
  scope.abort(failTooMany());
  throw new Error("No more sockets for this check");
}
