import type { Address } from "../../../solutions/03_connect/connect.ts";
import { connectTo } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  try {
    using _c = await connectTo(address, limit);
    using _d = await connectTo(address, limit);
    return "open";
  } catch (e) {
    if (e instanceof Deno.errors.ConnectionRefused) return "refused";
    if (e instanceof Deno.errors.TimedOut) return "timed out";
    throw e;
  }
}
