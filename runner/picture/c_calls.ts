/**
 * The C calls of the lecture that stand behind the calls of Deno (POSIX.1-2024,
 * `sys/socket.h`).
 *
 * @module
 */
import type { Call } from "../../tests/support/log/wire_log.ts";

/** The C side of one call of Deno's. */
export interface CCall {
  /** The call that gives the picture its name, for example `recv()`. */
  short: string;
  /** All calls that a C program makes in its place, in their order. */
  whole: string;
}

const calls: Record<Call, CCall> = {
  listen: { short: "listen()", whole: "socket(), bind(), listen()" },
  accept: { short: "accept()", whole: "accept()" },
  connect: { short: "connect()", whole: "socket(), connect()" },
  read: { short: "recv()", whole: "recv()" },
  write: { short: "send()", whole: "send()" },
  closeWrite: { short: "shutdown(SHUT_WR)", whole: "shutdown(fd, SHUT_WR)" },
  close: { short: "close()", whole: "close()" },
  reset: { short: "close()", whole: "setsockopt(SO_LINGER 0), close()" },
  listenDatagram: { short: "bind()", whole: "socket(), bind()" },
  send: { short: "sendto()", whole: "sendto()" },
  receive: { short: "recvfrom()", whole: "recvfrom()" },
};

/**
 * The C calls that a call of Deno's stands for.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { cCall } from "./c_calls.ts";
 *
 * assert.equal(cCall("receive").short, "recvfrom()");
 * assert.equal(cCall("listen").whole, "socket(), bind(), listen()");
 * ```
 */
export function cCall(call: Call): CCall {
  return calls[call];
}
