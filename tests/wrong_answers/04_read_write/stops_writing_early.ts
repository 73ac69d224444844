export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  const n = await conn.write(bytes);
  if (n < bytes.length) await conn.write(bytes.subarray(n));
}
