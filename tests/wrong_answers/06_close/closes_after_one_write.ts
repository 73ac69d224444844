export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  using sending = conn;
  await sending.write(bytes);
}
