import { withConnection as lend } from "../../../solutions/06_close/close.ts";
import type { Address } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  try {
    return await lend(address, use);
  } catch (error) {
    // As it arrives in a program that thinks only errors are thrown.
    if (error instanceof Error) throw error;
    throw new Error(String(error));
  }
}
