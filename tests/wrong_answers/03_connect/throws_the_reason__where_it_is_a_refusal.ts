import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (e) {
    if (e instanceof Deno.errors.ConnectionRefused) throw e;
    if (e === limit.reason) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
