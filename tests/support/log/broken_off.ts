/**
 * Who hears first that a connection was reset: a read() or a write() that waits
 * at that moment. The kernel tells one of them, whichever it comes to first,
 * and the other one sees only what is left: a write() a broken pipe, and a
 * read() of Linux the end of the stream. Code that is right bears both, and a
 * check must not leave it to chance which of them it has tried.
 *
 * @module
 */
import { turns } from "../network/turns.ts";
import type { Scope } from "./scope.ts";

/** Which of two calls that wait hears of a reset, and which sees the rest. */
export type Hears = "read" | "write";

/** A reset whose order a script has decided. */
export interface BrokenOff {
  first: Hears;
  heard: Promise<void>;
  hear(): void;
}

/** Turns of the event loop in which the one that hears first has heard. */
const patience = 20;

/** Decides who hears of the reset of a socket, by its id, that comes now. */
export function breakOff(scope: Scope, socket: number, first: Hears): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  scope.brokenOff.set(socket, { first, heard: promise, hear: resolve });
}

/**
 * What a call of the student's gives that has come to its end after such a
 * reset: `told` is what the kernel has told it, null for the end of the stream.
 * Throws the error that it is to have, or returns null for the end.
 */
export async function hearOf(
  { first, heard, hear }: BrokenOff,
  call: Hears,
  told: unknown,
): Promise<null> {
  if (call === first) {
    hear();
    if (told instanceof Deno.errors.ConnectionReset) throw told;
    throw new Deno.errors.ConnectionReset("Connection reset by peer");
  }
  await Promise.race([heard, turns(patience)]);
  // What the one that heard first does about it comes before.
  await turns(1);
  if (call === "read") return null;
  throw told instanceof Deno.errors.BrokenPipe
    ? told
    : new Deno.errors.BrokenPipe("Broken pipe");
}
