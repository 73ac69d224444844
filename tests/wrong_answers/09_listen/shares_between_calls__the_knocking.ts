import { knock as knockAt } from "../../../solutions/09_listen/listen.ts";
import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

let knocking: ReturnType<typeof knockAt> | undefined;

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  // One knock at a time is enough.
  knocking ??= knockAt(address, limit);
  try {
    return await knocking;
  } finally {
    knocking = undefined;
  }
}
