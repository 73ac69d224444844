export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  while (true) {
    const [question, from] = await socket.receive();
    try {
      await socket.send(answer(question), from);
    } catch {
      // One bad question.
    }
  }
}
