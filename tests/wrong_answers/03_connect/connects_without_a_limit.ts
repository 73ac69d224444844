import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  _limit: AbortSignal,
): Promise<Deno.TcpConn> {
  return await Deno.connect(address);
}
