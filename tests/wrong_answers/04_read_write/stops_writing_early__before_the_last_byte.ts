export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at < bytes.length - 1;) {
    at += await conn.write(bytes.subarray(at));
  }
}
