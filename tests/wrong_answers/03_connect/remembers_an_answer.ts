import type { Address } from "../../../solutions/03_connect/connect.ts";
import { connectTo } from "../../../solutions/03_connect/connect.ts";
export * from "../../../solutions/03_connect/connect.ts";

const known = new Map<string, "open" | "refused" | "timed out">();
export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  const key = `${address.hostname}:${address.port}`;
  const old = known.get(key);
  if (old) return old;
  const result = await (async () => {
    try {
      using _c = await connectTo(address, limit);
      return "open";
    } catch (e) {
      if (e instanceof Deno.errors.ConnectionRefused) return "refused";
      if (e instanceof Deno.errors.TimedOut) return "timed out";
      throw e;
    }
  })();
  known.set(key, result);
  return result;
}
