export * from "../../../solutions/06_close/close.ts";

const buffer = new Uint8Array(64 * 1024);

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _closing = conn;
  for (let at = 0; at < request.length;) {
    at += await conn.write(request.subarray(at));
  }
  await conn.closeWrite();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    pieces.push(buffer.slice(0, n));
  }
  return await new Blob(pieces).bytes();
}
