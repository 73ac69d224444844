import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const asked = addresses.map((address) => request(address, question, limit));
  const results: (Uint8Array | Error)[] = [];
  for (const each of asked) {
    try {
      results.push(await each);
    } catch (error) {
      results.push(error as Error);
    }
  }
  return results;
}
