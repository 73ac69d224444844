export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(64 * 1024);
  const n = await conn.read(buffer);
  return buffer.slice(0, n ?? 0);
}
