export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  const text = new TextDecoder().decode(bytes);
  await conn.write(text as unknown as Uint8Array<ArrayBuffer>);
}
