import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  let conn: Deno.TcpConn;
  try {
    conn = await Deno.connect({ ...address });
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) throw error;
    throw new Error(`no connection: ${error}`);
  }
  using _closing = conn;
  return await use(conn);
}
