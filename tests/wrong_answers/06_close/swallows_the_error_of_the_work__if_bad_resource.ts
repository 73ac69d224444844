import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T | undefined> {
  using conn = await Deno.connect({ ...address });
  try {
    return await use(conn);
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}
