import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export { ask as request };

async function ask(
  address: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    return await request(address, question, limit);
  } catch (error) {
    if (error instanceof Deno.errors.TimedOut) throw error;
    return new Uint8Array();
  }
}
