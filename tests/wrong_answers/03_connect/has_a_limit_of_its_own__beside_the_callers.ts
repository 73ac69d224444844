import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const signal = AbortSignal.any([limit, AbortSignal.timeout(10_000)]);
  try {
    return await Deno.connect({ ...address, signal });
  } catch (e) {
    if (signal.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
