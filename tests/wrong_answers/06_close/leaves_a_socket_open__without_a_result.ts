import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect({ ...address });
  let result: T;
  try {
    result = await use(conn);
  } catch (error) {
    conn[Symbol.dispose]();
    throw error;
  }
  if (result) conn[Symbol.dispose]();
  return result;
}
