import { createGunzip } from "node:zlib";
import { ArchiveError } from "./packed.ts";
import type { Packed } from "./packed.ts";
import { isTarHeader, readTar } from "./read_tar.ts";
import { isZip, readZip } from "./read_zip.ts";
import type { ReadAt } from "./read_zip.ts";

/** Bytes of a file that are read at a time. */
const piece = 64 * 1024;

/** How much to read, and how long. */
export interface ReadOptions {
  /** Bytes that may come out of one file of gzip. */
  most: number;
  /** Ends the reading, which then throws its reason. */
  signal?: AbortSignal;
}

/**
 * Yields the entries of the archive at `path`: a ZIP file, a tar archive or one
 * packed with gzip, which its bytes tell and not its name. However long it is
 * and whatever it unpacks to, at most a few MiB of it are in memory, and what
 * is asked for.
 *
 * Throws an `ArchiveError`, what the file system throws, and the signal's
 * reason.
 */
export async function* readArchive(
  path: string,
  { most, signal }: ReadOptions,
): AsyncGenerator<Packed> {
  using file = Deno.openSync(path);
  const { size } = file.statSync();
  const read: ReadAt = (at, into) => {
    signal?.throwIfAborted();
    file.seekSync(at, Deno.SeekMode.Start);
    return fill(file, into);
  };
  const head = new Uint8Array(512);
  const kind = kindOf(head.subarray(0, read(0, head)));
  if (kind === "tar") yield* readTar(stream(read));
  else if (kind === "gzip") yield* readTar(gunzip(stream(read), most));
  // A program that unpacks itself may stand in front of the archive.
  else if (kind === "zip" || isZip(read, size)) yield* readZip(read, size);
  else if (kind !== undefined) throw new ArchiveError("other kind", kind);
  else throw new ArchiveError(size === 0 ? "cut off" : "unknown", "");
}

/** How archives begin, and other files that are handed in as such. */
const beginnings: readonly (readonly [kind: string, bytes: string])[] = [
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
  ["gzip", "\x1f\x8b"],
  ["xz", "\xfd7zXZ\0"],
  ["zstd", "\x28\xb5\x2f\xfd"],
  ["bzip2", "BZh"],
  ["7z", "7z\xbc\xaf\x27\x1c"],
  ["RAR", "Rar!\x1a\x07"],
  ["ALZ", "ALZ\x01"],
  ["EGG", "EGGA"],
  ["lzip", "LZIP"],
  ["LZMA", "\x5d\0\0"],
  ["compress", "\x1f\x9d"],
];

function kindOf(head: Uint8Array): string | undefined {
  if (isTarHeader(head)) return "tar";
  const text = String.fromCharCode(...head.subarray(0, 8));
  return beginnings.find(([, bytes]) => text.startsWith(bytes))?.[0];
}

/** Fills `into` as far as there are bytes, and returns how many there were. */
function fill(file: Deno.FsFile, into: Uint8Array): number {
  let filled = 0;
  while (filled < into.length) {
    const length = file.readSync(into.subarray(filled));
    if (length === null) break;
    filled += length;
  }
  return filled;
}

async function* stream(read: ReadAt): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(piece);
  for (let at = 0;;) {
    const length = read(at, buffer);
    if (length === 0) return;
    yield buffer.subarray(0, length);
    at += length;
  }
}

/** Bytes that are unpacked at a time. */
const unpackedPiece = 256 * 1024;

/**
 * Unpacks a file of gzip (RFC 1952), all its members one after the other. What
 * comes out is counted, and at most `most` bytes do. A piece holds its bytes
 * only until the next one is asked for; the same holds for `chunks`.
 *
 * Throws an `ArchiveError`.
 */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  const unpacking = createGunzip({ chunkSize: unpackedPiece });
  const feed = async () => {
    for await (const chunk of chunks) {
      await new Promise<void>((resolve, reject) => {
        unpacking.write(chunk, (error) => error ? reject(error) : resolve());
      });
    }
    unpacking.end();
  };
  // Its error comes out of the iteration as well.
  feed().catch((error) => unpacking.destroy(error));
  let total = 0;
  try {
    for await (const bytes of unpacking) {
      total += bytes.length;
      if (total > most) throw new ArchiveError("too much", "gzip");
      yield bytes;
      const end = bytes.byteOffset + bytes.length;
      // What waits for the garbage collector would be 100 MiB of them.
      if (end === bytes.buffer.byteLength) bytes.buffer.transfer(0);
    }
  } catch (error) {
    throw faultOf(error);
  }
}

function faultOf(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === "Z_BUF_ERROR") return new ArchiveError("cut off", "gzip");
  return typeof code === "string" && code.startsWith("Z_")
    ? new ArchiveError("damaged", "gzip")
    : error;
}
