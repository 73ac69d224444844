export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  // As much as a datagram holds.
  const most = Deno.build.os === "darwin" ? 9_216 : 65_507;
  for await (const [question, from] of socket) {
    try {
      await socket.send(answer(question).subarray(0, most), from);
    } catch {
      // No answer.
    }
  }
}
