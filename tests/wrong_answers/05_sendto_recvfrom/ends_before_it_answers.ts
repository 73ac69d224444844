import { serve as goOn } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  goOn(socket, answer);
  return Promise.resolve();
}
