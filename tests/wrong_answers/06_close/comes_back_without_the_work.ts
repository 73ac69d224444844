import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T | undefined> {
  using _closing = await Deno.connect({ ...address });
  // The work is still to be done.
  void use;
  return undefined;
}
