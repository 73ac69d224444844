// Refused by: request() sends the question and returns the answer
// Must say: nothing was read from it
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  _address: Address,
  question: Uint8Array<ArrayBuffer>,
  _limit: AbortSignal,
): Promise<Uint8Array> {
  return question;
}
