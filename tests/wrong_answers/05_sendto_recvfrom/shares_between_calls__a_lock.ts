export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import { ask as askOnce } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

let before: Promise<unknown> = Promise.resolve();

/** One question after the other. */
export function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const asking = before.then(() => askOnce(server, question, limit));
  before = asking.catch(() => {});
  return asking;
}
