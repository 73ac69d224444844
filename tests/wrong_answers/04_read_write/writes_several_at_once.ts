export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  const half = bytes.length >> 1;
  const parts = [bytes.subarray(0, half), bytes.subarray(half)];
  await Promise.all(parts.map(async (part) => {
    for (let at = 0; at < part.length;) {
      at += await conn.write(part.subarray(at));
    }
  }));
}
