export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

const buffer = new Uint8Array(65_536);

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  try {
    for (;;) {
      const [question, from] = await socket.receive(buffer);
      try {
        await socket.send(answer(question), from);
      } catch (error) {
        console.error("no answer:", error);
      }
    }
  } catch (error) {
    const { Interrupted, BadResource } = Deno.errors;
    if (error instanceof Interrupted || error instanceof BadResource) return;
    throw error;
  }
}
