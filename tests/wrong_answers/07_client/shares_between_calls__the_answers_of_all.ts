import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

let answers: (Uint8Array | Error)[] = [];

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  answers = [];
  await Promise.all(addresses.map(async (address, i) => {
    answers[i] = await ask(address, question, limit)
      .catch((error: Error) => error);
  }));
  return answers;
}
