import { request } from "../../../solutions/07_client/client.ts";
import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export { ask as request };

function ask(
  address: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const over = new Promise<never>((_, reject) => {
    limit.addEventListener(
      "abort",
      () => reject(new Deno.errors.TimedOut("too late")),
    );
  });
  const never = new AbortController().signal;
  return Promise.race([request(address, question, never), over]);
}
