import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  using conn = await Deno.connect({ ...address });
  let result: T | undefined;
  let error: unknown;
  try {
    result = await use(conn);
  } catch (thrown) {
    error = thrown;
  }
  if (error) throw error;
  return result as T;
}
