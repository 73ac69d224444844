import type { Address } from "../../../solutions/03_connect/connect.ts";
import { connectTo as connect } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  if (limit.aborted) throw new RangeError("The limit is already over");
  return await connect(address, limit);
}
