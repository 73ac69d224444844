import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  await new Promise((r) => setTimeout(r, 200));
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
