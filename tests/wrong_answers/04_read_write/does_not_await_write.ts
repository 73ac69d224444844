export * from "../../../solutions/04_read_write/read_write.ts";

// deno-lint-ignore require-await
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  conn.write(bytes);
}
