export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  const writer = conn.writable.getWriter();
  await writer.write(bytes);
  await writer.close();
  conn.close();
}
