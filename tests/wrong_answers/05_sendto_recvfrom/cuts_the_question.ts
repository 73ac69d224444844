// Refused by: serve() receives and sends long datagrams whole
// Must say: had room for 1,024 bytes | than the buffer given to receive()
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  const buffer = new Uint8Array(1024);
  while (true) {
    const [question, from] = await socket.receive(buffer);
    await socket.send(answer(question), from);
  }
}
