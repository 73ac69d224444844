import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const answer = await ask(address, question, limit);
  if (answer.length === 0) throw new Error("The server has not answered");
  return answer;
}
