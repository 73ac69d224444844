import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const answer = await ask(address, question, limit);
  // As strlen() does it in C.
  const end = answer.indexOf(0);
  return end < 0 ? answer : answer.subarray(0, end);
}
