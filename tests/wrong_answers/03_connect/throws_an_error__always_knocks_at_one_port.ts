import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  _address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  return await Deno.connect({ hostname: "127.0.0.1", port: 9, signal: limit });
}
