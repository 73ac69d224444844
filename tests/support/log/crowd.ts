import {
  failTooMany,
  mostSockets,
  mostWaiting,
  Unawaited,
} from "../verdict/endless.ts";
import { currentScope } from "./scope.ts";
import type { Scope } from "./scope.ts";
import type { Call, Side, Socket } from "./wire_log.ts";

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

/** The calls of one kind on one socket that have begun and not ended. */
export interface Waiting {
  call: Call;
  count: number;
}

/**
 * Counts a call that begins. Where {@linkcode mostWaiting} others still wait
 * on the same socket, ends the check: nobody awaits them. It goes on throwing
 * at whoever catches that, so that the memory stays bounded.
 */
export function admitCall(scope: Scope, waiting: Waiting): void {
  if (waiting.count < mostWaiting) {
    waiting.count++;
    return;
  }
  const { call } = waiting;
  if (waiting.count === mostWaiting) {
    waiting.count = Infinity;
    scope.abort(new Unawaited(call));
  }
  throw new Error(`${call}() is never awaited`);
}

/**
 * Notes where code uses a promise as if it were a number or a text, as in
 * `at += conn.write(bytes)`: an await is missing there. The code sees what it
 * would see without us (ECMA-262, 7.1.1, OrdinaryToPrimitive). A loop that does
 * it again and again is ended, as by {@linkcode admitCall}.
 */
export function watchPromises(): void {
  Object.defineProperty(Promise.prototype, Symbol.toPrimitive, {
    configurable: true,
    value(this: unknown) {
      const scope = currentScope();
      if (scope !== undefined) noteConversion(scope);
      return Object.prototype.toString.call(this);
    },
  });
}

function noteConversion(scope: Scope): void {
  scope.converted ??= { trace: new Error(), times: 0 };
  const times = ++scope.converted.times;
  // Later than a call of a socket's, which has more to say.
  if (times === 2 * mostWaiting) scope.abort(new Unawaited());
  if (times < 2 * mostWaiting) return;
  throw new Error("A promise is used as a value and never awaited");
}
