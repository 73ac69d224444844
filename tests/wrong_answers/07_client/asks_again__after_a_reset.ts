import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  for (let attempt = 1;; attempt++) {
    try {
      return await ask(address, question, limit);
    } catch (error) {
      const isReset = error instanceof Deno.errors.ConnectionReset;
      if (!isReset || attempt === 3) throw error;
    }
  }
}
