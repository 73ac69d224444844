export * from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(4096);
  const n = await conn.read(buffer);
  return new TextDecoder().decode(buffer.subarray(0, n ?? 0));
}
