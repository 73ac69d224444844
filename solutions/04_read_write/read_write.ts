/**
 * Writes every byte of `bytes` (write(2), send(2)) and leaves the connection
 * open. Resolves when the kernel has taken the last one.
 */
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
}

/**
 * Reads exactly `size` bytes (read(2), recv(2)) and not one more. Throws
 * `Deno.errors.UnexpectedEof` when the stream ends before.
 */
export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    // The part that is still empty: read() can never bring more than belongs
    // to this message, and is never called with no room.
    const n = await conn.read(message.subarray(filled));
    if (n === null) {
      const got = `${filled} of ${size} bytes`;
      throw new Deno.errors.UnexpectedEof(`The stream ended after ${got}`);
    }
    filled += n;
  }
  return message;
}

/** Reads everything until the end of the stream. */
export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(64 * 1024);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const n = await conn.read(buffer);
    if (n === null) break;
    // slice() copies; a subarray() would be overwritten by the next read.
    chunks.push(buffer.slice(0, n));
    size += n;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Reads everything until the end of the stream, as UTF-8 (RFC 3629). */
export async function readText(conn: Deno.TcpConn): Promise<string> {
  // Decoded once and whole, so no character can be cut between two reads.
  return new TextDecoder().decode(await readToEnd(conn));
}

if (import.meta.main) {
  const [hostname = "127.0.0.1", port = "8080"] = Deno.args;
  using conn = await Deno.connect({ hostname, port: Number(port) });
  await writeAll(conn, new TextEncoder().encode("안녕하세요\n"));
  console.log(await readText(conn));
}
