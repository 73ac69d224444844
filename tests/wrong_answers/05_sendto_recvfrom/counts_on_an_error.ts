export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for await (const [question, from] of socket) {
    try {
      await socket.send(answer(question), from);
    } catch (error) {
      console.error("no answer:", (error as Error).message);
    }
  }
}
