export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  try {
    for (let at = 0; at < request.length;) {
      at += await conn.write(request.subarray(at));
    }
    await conn.closeWrite();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const buffer = new Uint8Array(4096);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      pieces.push(buffer.slice(0, n));
    }
    return await new Blob(pieces).bytes();
  } finally {
    await conn.closeWrite();
    conn.close();
  }
}
