import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const results: (Uint8Array | Error)[] = [];
  await Promise.all(addresses.map(async (address) => {
    try {
      results.push(await request(address, question, limit));
    } catch (error) {
      results.push(error as Error);
    }
  }));
  return results;
}
