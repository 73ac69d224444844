export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for await (const [question, from] of socket) {
    try {
      const bytes = answer(question);
      await socket.send(bytes, from).catch(() => socket.send(bytes, from));
    } catch (error) {
      console.error("no answer:", error);
    }
  }
}
