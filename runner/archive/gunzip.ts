import { createGunzip } from "node:zlib";
import { ArchiveError } from "./packed.ts";

/** Bytes that are unpacked at a time. */
const piece = 256 * 1024;

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
  const unpacking = createGunzip({ chunkSize: piece });
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
