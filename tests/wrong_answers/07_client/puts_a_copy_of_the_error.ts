import { request as ask } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  return await Promise.all(addresses.map(async (address) => {
    try {
      return await ask(address, question, limit);
    } catch (error) {
      const { constructor, message } = error as Error;
      const where = `${address.hostname}:${address.port}`;
      return new (constructor as ErrorConstructor)(`${where}: ${message}`);
    }
  }));
}
