import { knock as knockAt } from "../../../solutions/09_listen/listen.ts";
import type { Address } from "../../../solutions/09_listen/listen.ts";
export * from "../../../solutions/09_listen/listen.ts";

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  const { port } = address;
  return await knockAt({ hostname: "127.0.0.1", port }, limit);
}
