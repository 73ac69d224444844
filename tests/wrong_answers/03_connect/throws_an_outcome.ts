import { connectTo } from "../../../solutions/03_connect/connect.ts";
import type { Address } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  using _conn = await connectTo(address, limit);
  return "open";
}
