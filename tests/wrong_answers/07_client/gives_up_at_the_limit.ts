import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const out: (Uint8Array | Error)[] = [];
  for (const a of addresses) {
    limit.throwIfAborted();
    out.push(await request(a, question, limit).catch((e: Error) => e));
  }
  return out;
}
