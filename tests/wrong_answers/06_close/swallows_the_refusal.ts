import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T | undefined> {
  let conn: Deno.TcpConn;
  try {
    conn = await Deno.connect({ ...address });
  } catch (error) {
    console.error(error);
    return undefined;
  }
  using lent = conn;
  return await use(lent);
}
