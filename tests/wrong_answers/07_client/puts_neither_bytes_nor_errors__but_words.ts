import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const results = await Promise.allSettled(
    addresses.map((address) => request(address, question, limit)),
  );
  return results.map((result) =>
    result.status === "fulfilled" ? result.value : String(result.reason)
  ) as (Uint8Array | Error)[];
}
