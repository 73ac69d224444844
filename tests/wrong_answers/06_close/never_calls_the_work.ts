export * from "../../../solutions/06_close/close.ts";
import { converse } from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: { hostname: string; port: number },
  _use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect(address);
  return await converse(conn, new Uint8Array()) as T;
}
