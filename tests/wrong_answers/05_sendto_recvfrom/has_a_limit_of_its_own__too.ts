export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import { ask as askOnce } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const either = AbortSignal.any([limit, AbortSignal.timeout(5_000)]);
  return askOnce(server, question, either);
}
