import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const results: Uint8Array[] = [];
  for (const address of addresses) {
    try {
      results.push(await request(address, question, limit));
    } catch (error) {
      console.error("no answer from", address.port, error);
    }
  }
  return results;
}
