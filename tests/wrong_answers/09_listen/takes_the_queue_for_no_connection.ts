import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  try {
    using conn = await Deno.connect({ ...address, signal: limit });
    // Nobody has accepted it yet.
    return conn.remoteAddr.port === address.port ? "no answer" : "connected";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (error === limit.reason) return "no answer";
    throw error;
  }
}
