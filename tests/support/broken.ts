/**
 * What a broken connection is called. After a reset one call fails with
 * ECONNRESET and the next with EPIPE (Linux, macOS) or WSAECONNABORTED
 * (Windows), where writing after one's own shutdown(2) is WSAESHUTDOWN; and for
 * some of these Deno has no class (send(2); "Windows Sockets Error Codes").
 *
 * @module
 */
/** A class of errors, such as `Deno.errors.ConnectionReset`. */
export type ErrorClass = new (message?: string) => Error;

const { BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected } =
  Deno.errors;

const classes = [BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected];

/** The numbers of Windows for which Deno may have the class `Error` alone. */
const numbers = /\(os error 100(52|53|54|57|58)\)$/;

/**
 * Whether an error says that the connection is over: it was reset, or its
 * sending half is closed. The end of the stream is no error, and none of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { isBroken } from "./broken.ts";
 *
 * assert.ok(isBroken(new Deno.errors.BrokenPipe()));
 * assert.ok(isBroken(new Error("It was shut down. (os error 10058)")));
 * assert.ok(!isBroken(new Deno.errors.BadResource()));
 * ```
 */
export function isBroken(error: unknown): boolean {
  return classes.some((known) => error instanceof known) ||
    error instanceof Error && numbers.test(error.message);
}

/**
 * The same as a class, for what asks with `instanceof`. It has the name of the
 * error that a reset is on every system, for the call that meets it first.
 */
export const Broken: ErrorClass = Object.defineProperties(
  function () {} as unknown as ErrorClass,
  {
    name: { value: ConnectionReset.name },
    [Symbol.hasInstance]: { value: isBroken },
  },
);
