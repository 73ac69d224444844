import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

let over = false;
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  limit.addEventListener("abort", () => over = true);
  if (limit.aborted) throw new Deno.errors.TimedOut("too late");
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (e) {
    if (over) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
