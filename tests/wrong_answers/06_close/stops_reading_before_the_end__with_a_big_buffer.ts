export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _closing = conn;
  await writeAll(conn, request);
  await conn.closeWrite();
  const buffer = new Uint8Array(65536);
  const n = await conn.read(buffer);
  return buffer.subarray(0, n ?? 0);
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
