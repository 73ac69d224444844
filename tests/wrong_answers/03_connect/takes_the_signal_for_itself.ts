import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const attempt = new AbortController();
  limit.onabort = () => attempt.abort();
  if (limit.aborted) attempt.abort();
  try {
    return await Deno.connect({ ...address, signal: attempt.signal });
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
