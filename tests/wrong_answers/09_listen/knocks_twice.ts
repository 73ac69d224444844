import { knock as knockAt } from "../../../solutions/09_listen/listen.ts";
import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  const first = await knockAt(address, limit);
  return first === "refused" ? await knockAt(address, limit) : first;
}
