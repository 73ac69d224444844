import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  const attempt = new AbortController();
  limit.addEventListener("abort", () => attempt.abort(), { once: true });
  try {
    using _conn = await Deno.connect({ ...address, signal: attempt.signal });
    return "open";
  } catch (error) {
    if (attempt.signal.aborted) return "timed out";
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    throw error;
  }
}
