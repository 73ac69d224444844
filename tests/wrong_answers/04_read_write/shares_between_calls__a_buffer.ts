export * from "../../../solutions/04_read_write/read_write.ts";

const buffer = new Uint8Array(4096);

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    pieces.push(buffer.slice(0, n));
  }
  return await new Blob(pieces).bytes();
}
