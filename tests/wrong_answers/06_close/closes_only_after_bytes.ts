import { sendAndClose as send } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.length === 0) return;
  await send(conn, bytes);
}
