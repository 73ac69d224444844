export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for await (const [question, from] of socket) {
    const bytes = answer(question);
    for (let at = 0; at < bytes.length; at += 512) {
      await socket.send(bytes.subarray(at, at + 512), from);
    }
  }
}
