export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

let open = true;

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  open = true;
  while (open) {
    try {
      const [question, from] = await socket.receive();
      await socket.send(answer(question), from);
    } catch (error) {
      const { Interrupted, BadResource } = Deno.errors;
      open = !(error instanceof Interrupted || error instanceof BadResource);
    }
  }
}
