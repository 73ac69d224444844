export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  let bytes = new Uint8Array();
  for await (const [part, from] of socket) {
    bytes = Uint8Array.of(...bytes, ...part);
    await socket.send(answer(bytes), from);
  }
}
