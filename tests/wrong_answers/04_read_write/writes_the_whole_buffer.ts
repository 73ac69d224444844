export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  const all = new Uint8Array(bytes.buffer);
  for (let at = 0; at < all.length;) {
    at += await conn.write(all.subarray(at));
  }
}
