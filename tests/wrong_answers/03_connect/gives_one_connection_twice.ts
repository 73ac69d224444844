import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

const cache = new Map<string, Deno.TcpConn>();
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const key = address.hostname + address.port;
  const old = cache.get(key);
  if (old) return old;
  try {
    const conn = await Deno.connect({ ...address, signal: limit });
    cache.set(key, conn);
    return conn;
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
