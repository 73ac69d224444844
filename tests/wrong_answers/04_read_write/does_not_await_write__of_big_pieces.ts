export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    const piece = bytes.subarray(at, at + 64 * 1024);
    if (bytes.length > 64 * 1024) {
      conn.write(piece);
      at += piece.length;
    } else at += await conn.write(bytes.subarray(at));
  }
}
