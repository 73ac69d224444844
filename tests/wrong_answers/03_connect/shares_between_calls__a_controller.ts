import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

let controller = new AbortController();
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  controller = new AbortController();
  const stop = () => controller.abort();
  limit.addEventListener("abort", stop);
  if (limit.aborted) stop();
  try {
    return await Deno.connect({ ...address, signal: controller.signal });
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  } finally {
    limit.removeEventListener("abort", stop);
  }
}
