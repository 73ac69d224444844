import type { Address } from "../../../solutions/03_connect/connect.ts";
import { connectTo } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  try {
    using _c = await Deno.connect({ ...address, signal: limit });
    return "open";
  } catch (e) {
    const { name } = e as Error;
    if (name === "ConnectionRefused") return "refused";
    if (
      name === "TimeoutError" || name === "AbortError" || name === "TimedOut"
    ) return "timed out";
    throw e;
  }
}
