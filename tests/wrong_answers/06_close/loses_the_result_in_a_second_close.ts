import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T | undefined> {
  const conn = await Deno.connect({ ...address });
  try {
    const result = await use(conn);
    conn.close();
    return result;
  } catch (error) {
    // It is closed already.
    if (error instanceof Deno.errors.BadResource) return undefined;
    conn.close();
    throw error;
  }
}
