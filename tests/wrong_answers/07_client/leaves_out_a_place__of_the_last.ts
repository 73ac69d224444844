import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const out: (Uint8Array | Error)[] = [];
  for (let i = 0; i < addresses.length - 1; i++) {
    out.push(
      await request(addresses[i], question, limit).catch((e: Error) => e),
    );
  }
  return out;
}
