export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  let left = bytes.length;
  while (left > 0) {
    const n = await conn.write(bytes.subarray(0, left));
    bytes.copyWithin(0, n, left);
    left -= n;
  }
}
