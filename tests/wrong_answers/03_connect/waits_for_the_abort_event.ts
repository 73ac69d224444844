import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const attempt = new AbortController();
  limit.addEventListener("abort", () => attempt.abort("over"));
  try {
    return await Deno.connect({ ...address, signal: attempt.signal });
  } catch (error) {
    if (error === "over") throw new Deno.errors.TimedOut("too late");
    throw error;
  }
}
