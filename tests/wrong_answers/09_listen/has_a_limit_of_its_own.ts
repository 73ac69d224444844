import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  try {
    const conn = await Deno.connect({
      ...address,
      signal: AbortSignal.timeout(1_500),
    });
    conn.close();
    return "connected";
  } catch (e) {
    if (e instanceof Deno.errors.ConnectionRefused) return "refused";
    if ((e as Error).name === "TimeoutError") return "no answer";
    throw e;
  }
}
