import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const answers = new Map<string, Uint8Array | Error>();
  for (const address of addresses) {
    const name = `${address.hostname}:${address.port}`;
    answers.set(
      name,
      await ask(address, question, limit).catch((error: Error) => error),
    );
  }
  return [...answers.values()];
}
