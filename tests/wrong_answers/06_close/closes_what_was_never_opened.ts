import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  let conn: Deno.TcpConn | undefined;
  try {
    conn = await Deno.connect(address);
    return await use(conn);
  } finally {
    try {
      conn!.close();
    } catch (error) {
      // Closed already by `use`.
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }
}
