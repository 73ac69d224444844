export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import { ask as askUntil } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: { hostname: string; port: number },
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  if (limit.aborted) throw new Deno.errors.TimedOut("too late");
  return await askUntil(server, question, AbortSignal.timeout(1_500));
}
