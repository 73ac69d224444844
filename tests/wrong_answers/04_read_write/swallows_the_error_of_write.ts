export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    for (let at = 0; at < bytes.length;) {
      at += await conn.write(bytes.subarray(at));
    }
  } catch (error) {
    console.error(error);
  }
}
