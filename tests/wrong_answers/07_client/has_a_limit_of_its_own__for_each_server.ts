import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  return await Promise.all(addresses.map((address) => {
    const mine = AbortSignal.any([limit, AbortSignal.timeout(10_000)]);
    return ask(address, question, mine).catch((error: Error) => error);
  }));
}
