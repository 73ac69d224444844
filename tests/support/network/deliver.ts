/**
 * Brings a stream to the student's end the way a network does: segment by
 * segment, and then with one of the four endings that a connection can have.
 *
 * @module
 */
import { calls } from "../log/wire_log.ts";
import type { Peer } from "../peer.ts";
import type { Wire } from "../wire.ts";
import type { ResettingPeer } from "./reset.ts";

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

/** So much of a long stream comes first: how many reads does it take? */
const beginning = 8 * 1024;

/** More reads than this a check has no time for, on a slow machine. */
const mostReads = 2_000;

/**
 * Brings a long stream to the student's end, ends it with `then`, and
 * resolves with what was sent. That is all of it where the code reads some KiB a
 * call. For millions of calls a check has no time, so for code that reads less
 * the stream is shorter. `reader` is the student's function.
 */
export async function deliverLong(
  { log }: Wire,
  peer: Peer,
  bytes: Uint8Array,
  reader: Promise<unknown>,
  { then = "close" }: { then?: Ending<Peer> } = {},
): Promise<Uint8Array> {
  await deliver(peer, [bytes.subarray(0, beginning)], { reader });
  const reads = calls(log, "student", "read").length;
  const each = Math.floor(beginning / Math.max(1, reads - 1));
  const sent = bytes.subarray(0, Math.max(beginning, each * mostReads));
  const rest = sent.subarray(beginning);
  await deliver(peer, [rest], { reader, then });
  return sent;
}
