export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  let sender: Deno.Addr;
  for await (const [question, from] of socket) {
    sender = from;
    // The work on one question takes its time, and others come meanwhile.
    work().then(() => socket.send(answer(question), sender)).catch(() => {});
  }
}

async function work(): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
