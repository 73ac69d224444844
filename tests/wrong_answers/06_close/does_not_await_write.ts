export * from "../../../solutions/06_close/close.ts";

// deno-lint-ignore require-await
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  conn.write(bytes);
  conn.close();
}
