import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const own = new AbortController();
  limit.addEventListener("abort", () => setTimeout(() => own.abort(), 500));
  if (limit.aborted) own.abort();
  try {
    return await Deno.connect({ ...address, signal: own.signal });
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
