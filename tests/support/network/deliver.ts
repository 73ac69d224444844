/**
 * Brings a stream to the student's end the way a network does: segment by
 * segment, and then with one of the four endings that a connection can have.
 *
 * @module
 */
import { calls } from "../log/wire_log.ts";
import type { WireLog } from "../log/wire_log.ts";
import type { Peer } from "../peer.ts";
import type { Wire } from "../wire.ts";
import type { ResettingPeer } from "./reset.ts";
import { segments } from "./segments.ts";

/**
 * What comes after the last segment: nothing at all, the end of the stream,
 * the end of the connection, or its break. Only some peers can reset.
 */
export type Ending<P> =
  | "silence"
  | "end"
  | "close"
  | (P extends ResettingPeer ? "reset" : never);

/**
 * Sends each segment when the student's end has read the one before, so that
 * no two of them can come in one read. Without a clock: the wire log says what
 * was read.
 *
 * `reader` is the student's function, where it may be done before it has read
 * everything: then the rest is not sent. What it came to is for the check to
 * say, so an error of this end is not reported beside it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { deliver } from "./deliver.ts";
 * import { createScope, endScope } from "../log/scope.ts";
 * import { segments } from "./segments.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const [conn, peer] = await createWire(scope).pair();
 * const sizes: number[] = [];
 * const reading = (async () => {
 *   const buffer = new Uint8Array(64);
 *   for (let n; (n = await conn.read(buffer)) !== null;) sizes.push(n);
 * })();
 * await deliver(peer, segments("한글", { cutAt: [1, 5] }), { then: "end" });
 * await reading;
 * assert.deepEqual(sizes, [1, 4, 1]);
 * endScope(scope);
 * ```
 */
export async function deliver<P extends Peer>(
  peer: P,
  parts: readonly (string | Uint8Array)[],
  options: { reader?: Promise<unknown>; then?: Ending<P> } = {},
): Promise<void> {
  const { reader, then = "silence" } = options;
  const done = reader?.then(() => {}, () => {});
  for (const part of parts) {
    if (!await bring(peer, part, done)) break;
  }
  try {
    if (then === "end") await peer.end();
    if (then === "close") peer.close();
    if (then === "reset") (peer as unknown as ResettingPeer).reset();
  } catch (error) {
    if (reader === undefined) throw error;
  }
}

/** Returns false if the reader was done, or had closed, before it read this. */
async function bring(
  peer: Peer,
  part: string | Uint8Array,
  done?: Promise<void>,
): Promise<boolean> {
  const read = peer.send(part).then(peer.wasRead).then(() => true);
  if (done === undefined) return await read;
  const gone = done.then(() => false);
  return await Promise.race([read.catch(() => gone), gone]);
}

/*
 * A long stream: more than fits into any buffer that somebody would choose. For
 * code that takes a few bytes a call, or that copies all it has for each piece,
 * it is shorter, so that it too is judged within a second or so.
 */

/** So much comes of it in any case, and shows how long the rest may be. */
export const firstOfLong = 8 * 1024;

/**
 * How many bytes of a long stream are for code that has made so many reads for
 * the first 8 KiB of it: a multiple of 16, and a bit more than a round number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { longAfter } from "./deliver.ts";
 *
 * assert.ok(longAfter(1) > 6 * 1024 * 1024);
 * assert.ok(longAfter(8) > 1024 * 1024);
 * ```
 */
export function longAfter(reads: number): number {
  if (reads > 128) return firstOfLong;
  if (reads > 32) return 64 * 1024 + 16;
  return (reads > 1 ? 1088 * 1024 : 6 * 1024 * 1024) + 16;
}

/**
 * Brings a long stream to the student's end, and resolves with what was sent:
 * the beginning of `bytes`, which should be longer than 6 MiB. `reader` is the
 * student's function.
 */
export async function deliverLong<P extends Peer>(
  { log }: Wire,
  peer: P,
  bytes: Uint8Array,
  reader: Promise<unknown>,
  then: Ending<P> = "close",
): Promise<Uint8Array> {
  const before = readsOf(log);
  await deliver(peer, [bytes.subarray(0, firstOfLong)], { reader });
  const sent = bytes.subarray(0, longAfter(readsOf(log) - before));
  const rest = segments(sent.subarray(firstOfLong), "all at once");
  // Where the reader is done before, what is left may never be read.
  const done = reader.then(() => {}, () => {});
  await Promise.race([deliver(peer, rest, { reader, then }), done]);
  return sent;
}

/** How many reads of the student's code have brought something. */
export function readsOf(log: WireLog): number {
  return calls(log, "student", "read")
    .filter(({ outcome }) => outcome === "ok").length;
}
