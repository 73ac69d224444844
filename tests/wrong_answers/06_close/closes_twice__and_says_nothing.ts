import { sendAndClose as send } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await send(conn, bytes);
  } finally {
    try {
      conn.close();
    } catch {
      // To be on the safe side.
    }
  }
}
