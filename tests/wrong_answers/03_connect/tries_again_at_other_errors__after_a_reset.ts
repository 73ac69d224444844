import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  for (let i = 0;; i++) {
    try {
      return await Deno.connect({ ...address, signal: limit });
    } catch (e) {
      if (limit.aborted) throw new Deno.errors.TimedOut("too late");
      if (
        i < 2 && !(e instanceof Deno.errors.ConnectionRefused) &&
        !(e instanceof Deno.errors.NotCapable)
      ) continue;
      throw e;
    }
  }
}
