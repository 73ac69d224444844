import { connectTo } from "../../../solutions/03_connect/connect.ts";
import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function probe(
  address: Address,
): Promise<"open" | "refused" | "timed out"> {
  try {
    using _conn = await connectTo(address, AbortSignal.timeout(1_000));
    return "open";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (error instanceof Deno.errors.TimedOut) return "timed out";
    throw error;
  }
}
