import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const over = new Promise<never>((_, reject) => {
    limit.onabort = () => reject(new Deno.errors.TimedOut("too late"));
  });
  return Promise.race([Deno.connect(address), over]);
}
