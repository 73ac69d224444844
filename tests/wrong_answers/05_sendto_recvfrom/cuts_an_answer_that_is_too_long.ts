// Refused by: serve() goes on after an answer that cannot be sent
// Must say: no part of one
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for await (const [question, from] of socket) {
    try {
      // As much as a datagram holds on every system.
      await socket.send(answer(question).subarray(0, 9_216), from);
    } catch {
      // No answer.
    }
  }
}
