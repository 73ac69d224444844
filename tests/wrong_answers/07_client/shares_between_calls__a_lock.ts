import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

let last: Promise<unknown> = Promise.resolve();

export function request(
  address: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const mine = last.then(() => ask(address, question, limit));
  last = mine.catch(() => {});
  return mine;
}
