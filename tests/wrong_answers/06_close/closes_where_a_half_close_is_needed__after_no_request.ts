import { converse as ask } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  if (request.length === 0) {
    conn.close();
    return new Uint8Array();
  }
  return await ask(conn, request);
}
