import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  let conn: Deno.TcpConn | undefined;
  limit.addEventListener("abort", () => conn?.[Symbol.dispose]());
  try {
    conn = await Deno.connect({ ...address, signal: limit });
    return "connected";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (limit.aborted) return "no answer";
    throw error;
  } finally {
    conn?.[Symbol.dispose]();
  }
}
