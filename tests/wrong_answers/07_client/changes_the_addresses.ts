import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const answers: (Uint8Array | Error)[] = [];
  while (addresses.length > 0) {
    const address = addresses.shift()!;
    answers.push(
      await ask(address, question, limit).catch((error: Error) => error),
    );
  }
  return answers;
}
