export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import { serve as rightly } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  try {
    await rightly(socket, answer);
  } finally {
    try {
      socket.close();
    } catch {
      // It is closed already.
    }
  }
}
