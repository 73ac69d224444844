export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  while (true) {
    let question: Uint8Array, from: Deno.Addr;
    try {
      [question, from] = await socket.receive();
    } catch (error) {
      if (error instanceof Deno.errors.Interrupted) return;
      throw error;
    }
    try {
      await socket.send(answer(question), from);
    } catch {
      // No answer.
    }
  }
}
