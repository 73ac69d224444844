export * from "../../../solutions/06_close/close.ts";
import { withConnection as once } from "../../../solutions/06_close/close.ts";

export async function withConnection<T>(
  address: { hostname: string; port: number },
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  try {
    return await once(address, use);
  } catch {
    return await once(address, use);
  }
}
