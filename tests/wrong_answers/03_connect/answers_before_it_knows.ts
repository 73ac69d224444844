import { connectTo } from "../../../solutions/03_connect/connect.ts";
import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export function probe(
  address: Address,
  limit: AbortSignal,
): "open" | "refused" | "timed out" {
  try {
    connectTo(address, limit);
    return "open";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (error instanceof Deno.errors.TimedOut) return "timed out";
    throw error;
  }
}
