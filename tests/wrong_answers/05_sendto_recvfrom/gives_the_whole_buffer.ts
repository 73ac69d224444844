export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  const buffer = new Uint8Array(65_507);
  while (true) {
    const [, from] = await socket.receive(buffer);
    await socket.send(answer(buffer), from);
  }
}
