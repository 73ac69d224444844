import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

let last: Promise<void> = Promise.resolve();
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const before = last;
  let done!: () => void;
  last = new Promise((r) => done = r);
  await before;
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw e;
  } finally {
    done();
  }
}
