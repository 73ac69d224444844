import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    if (e instanceof Deno.errors.ConnectionRefused) throw e;
    throw Object.assign(
      new Error(`connect: ${(e as Error).message}`, { cause: e }),
      { name: (e as Error).name },
    );
  }
}
