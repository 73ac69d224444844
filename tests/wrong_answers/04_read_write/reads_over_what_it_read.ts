export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(64 * 1024);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let n = await conn.read(buffer);
  while (n !== null) {
    chunks.push(buffer.subarray(0, n));
    n = await conn.read(buffer);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
