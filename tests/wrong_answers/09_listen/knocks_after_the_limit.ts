import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  try {
    using _conn = await Deno.connect({ ...address, signal: limit });
    return "connected";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (limit.reason && error === limit.reason) return "no answer";
    throw error;
  }
}
