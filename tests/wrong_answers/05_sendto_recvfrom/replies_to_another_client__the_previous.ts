export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  let [question, client] = await socket.receive();
  await socket.send(answer(question), client);
  for await (const [next, from] of socket) {
    question = next;
    await socket.send(answer(question), client);
    client = from;
  }
}
