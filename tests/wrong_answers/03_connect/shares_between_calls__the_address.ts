import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

let where: Address;
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  where = address;
  await null;
  try {
    return await Deno.connect({ ...where, signal: limit });
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  }
}
