export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  let first: Uint8Array | undefined;
  for await (const [question, from] of socket) {
    first ??= question;
    await socket.send(answer(first), from);
  }
}
