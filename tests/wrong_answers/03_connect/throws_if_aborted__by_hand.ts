import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  limit.throwIfAborted();
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (error) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw error;
  }
}
