export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _closing = conn;
  for (let at = 0; at < request.length;) {
    at += await conn.write(request.subarray(at));
  }
  await conn.closeWrite();
  const pieces = await Array.fromAsync(piecesOf(conn));
  return await new Blob(pieces).bytes();
}

async function* piecesOf(conn: Deno.TcpConn) {
  const buffer = new Uint8Array(8192);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    yield buffer.subarray(0, n);
  }
}
