// Right: recursion for loops, a buffer that grows, and text that is closed.
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.length === 0) return;
  const n = await conn.write(bytes);
  return writeAll(conn, bytes.subarray(n));
}

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
  message = new Uint8Array(size),
  filled = 0,
): Promise<Uint8Array> {
  if (filled === size) return message;
  const n = await conn.read(message.subarray(filled));
  if (n === null) throw new Deno.errors.UnexpectedEof("too short");
  return readExactly(conn, size, message, filled + n);
}

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  let buffer = new Uint8Array(16);
  let filled = 0;
  for (;;) {
    if (filled === buffer.length) {
      const larger = new Uint8Array(2 * filled);
      larger.set(buffer);
      buffer = larger;
    }
    const n = await conn.read(buffer.subarray(filled));
    if (n === null) return buffer.slice(0, filled);
    filled += n;
  }
}

export async function readText(conn: Deno.TcpConn): Promise<string> {
  using reading = conn;
  return new TextDecoder().decode(await readToEnd(reading));
}
