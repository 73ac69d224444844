import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

let conn: Deno.TcpConn;

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  conn = await Deno.connect({ ...address });
  try {
    return await use(conn);
  } finally {
    try {
      conn.close();
    } catch {
      // The work has closed it.
    }
  }
}
