// Right: one buffer that doubles, writes of 512 bytes, and a decoder that waits.
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at, at + 512));
  }
}

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let missing = size; missing > 0;) {
    const piece = new Uint8Array(Math.min(missing, 1000));
    const n = await conn.read(piece);
    if (n === null) throw new Deno.errors.UnexpectedEof(`${missing} to come`);
    pieces.push(piece.subarray(0, n));
    missing -= n;
  }
  return await new Blob(pieces).bytes();
}

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  let buffer = new Uint8Array(256);
  let size = 0;
  while (true) {
    if (size === buffer.length) {
      const larger = new Uint8Array(2 * size);
      larger.set(buffer);
      buffer = larger;
    }
    const n = await conn.read(buffer.subarray(size));
    if (n === null) return buffer.subarray(0, size);
    size += n;
  }
}

export async function readText(conn: Deno.TcpConn): Promise<string> {
  // Also a mark of the byte order at the very start is kept.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const buffer = new Uint8Array(333);
  const parts: string[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    parts.push(decoder.decode(buffer.subarray(0, n), { stream: true }));
  }
  return parts.join("") + decoder.decode();
}
