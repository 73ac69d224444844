import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    return await ask(address, question, limit);
  } catch (error) {
    const { TimedOut, ConnectionRefused, ConnectionReset, BrokenPipe } =
      Deno.errors;
    for (const kind of [TimedOut, ConnectionRefused, ConnectionReset]) {
      if (error instanceof kind) throw error;
    }
    if (error instanceof BrokenPipe) throw error;
    throw new Error("The request failed", { cause: error });
  }
}
