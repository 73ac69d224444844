export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import { ask as rightly } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: { hostname: string; port: number },
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  await rightly(server, question, limit);
  return question;
}
