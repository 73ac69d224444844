import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect({ ...address });
  try {
    const result = await use(conn);
    try {
      conn.close();
    } catch {
      // It is closed already.
    }
    return result;
  } catch (error) {
    conn.close();
    throw error;
  }
}
