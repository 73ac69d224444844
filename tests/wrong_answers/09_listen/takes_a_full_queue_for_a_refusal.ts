import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  try {
    using _conn = await Deno.connect({ ...address, signal: limit });
    return "connected";
  } catch {
    return "refused";
  }
}
