/**
 * How many bytes a file of gzip (RFC 1952) unpacks to. It is counted up to
 * `most`, and what is more than that is not unpacked. For a file that is
 * damaged it is the number of bytes that come out before that.
 */
export async function unpackedSize(
  path: string,
  most: number,
  signal?: AbortSignal,
): Promise<number> {
  let size = 0;
  try {
    const file = await Deno.open(path);
    const unpacked = file.readable.pipeThrough(new DecompressionStream("gzip"));
    for await (const part of unpacked) {
      size += part.length;
      if (size > most) break;
      if (signal?.aborted) break;
    }
  } catch {
    // What is wrong with it, tar will say.
  }
  signal?.throwIfAborted();
  return size;
}
