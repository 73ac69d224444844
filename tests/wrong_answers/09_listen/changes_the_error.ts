import { knock as knockAt } from "../../../solutions/09_listen/listen.ts";
import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  try {
    return await knockAt(address, limit);
  } catch (error) {
    throw new Error(`knock failed: ${error}`, { cause: error });
  }
}
