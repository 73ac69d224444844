import { knock as knockAt } from "../../../solutions/09_listen/listen.ts";
import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

let last: Promise<unknown> = Promise.resolve();

export function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  // One knock at a time is enough.
  const mine = last.then(() => knockAt(address, limit));
  last = mine.catch(() => {});
  return mine;
}
