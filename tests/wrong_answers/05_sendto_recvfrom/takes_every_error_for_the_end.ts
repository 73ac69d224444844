export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for (;;) {
    let question: Uint8Array, from: Deno.Addr;
    try {
      [question, from] = await socket.receive();
    } catch {
      return;
    }
    try {
      await socket.send(answer(question), from);
    } catch (error) {
      console.error("no answer:", error);
    }
  }
}
