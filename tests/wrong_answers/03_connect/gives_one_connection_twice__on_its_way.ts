import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

const cache = new Map<string, Promise<Deno.TcpConn>>();
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const key = address.hostname + address.port;
  let attempt = cache.get(key);
  if (!attempt) {
    attempt = Deno.connect({ ...address, signal: limit });
    cache.set(key, attempt);
    attempt.finally(() => cache.delete(key)).catch(() => {});
  }
  try {
    return await attempt;
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
