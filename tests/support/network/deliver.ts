/**
 * Brings a stream to the student's end the way a network does: segment by
 * segment, and then with one of the four endings that a connection can have.
 *
 * @module
 */
import type { Peer } from "../peer.ts";
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

/*
 * How much is enough: a reader with a buffer of any size must be shown more
 * than fits into it, and into whatever it may collect the pieces in.
 */

/**
 * Returns the room that the first read() on `conn` has got. It is not seen
 * where a Web stream reads: then it is 64 KiB, the chunk of Deno's streams.
 */
export function watchRoom(conn: Deno.TcpConn): () => number {
  const { read } = conn;
  let room: number | undefined;
  const watched = (buffer: Uint8Array<ArrayBuffer>) => {
    room ??= buffer?.byteLength;
    return read(buffer);
  };
  Object.defineProperty(conn, "read", {
    value: watched,
    configurable: true,
    writable: true,
  });
  return () => room ?? 64 * 1024;
}

/**
 * How many bytes are more than a reader can hold by chance whose reads have
 * that much room: 6 MiB and a little, or less for small buffers, so that a
 * reader which copies all it has for each piece is done within a second.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { moreThanFits } from "./deliver.ts";
 *
 * assert.ok(moreThanFits(64 * 1024) > 6 * 1024 * 1024);
 * assert.ok(moreThanFits(1024) > 1024 * 1024);
 * assert.ok(moreThanFits(1) < 4 * 1024);
 * ```
 */
export function moreThanFits(room: number): number {
  if (room < 64) return room + 2 * 1024 + 1;
  if (room < 1024) return 64 * 1024 + room + 1;
  return (room < 16 * 1024 ? 1088 * 1024 : 6 * 1024 * 1024) + 1;
}
