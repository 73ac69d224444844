// A stream that receives ahead, so that a second receive() waits at the end.
import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

function datagrams(socket: Deno.DatagramConn) {
  return new ReadableStream<[Uint8Array, Deno.Addr]>({
    async pull(controller) {
      try {
        controller.enqueue(await socket.receive());
      } catch (error) {
        const { Interrupted, BadResource } = Deno.errors;
        const ends = error instanceof Interrupted ||
          error instanceof BadResource;
        if (ends) controller.close();
        else controller.error(error);
      }
    },
  });
}

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  if (limit.aborted) throw new Deno.errors.TimedOut();
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  let open = true;
  const close = () => {
    if (open) socket.close();
    open = false;
  };
  limit.addEventListener("abort", close);
  try {
    await socket.send(question, { transport: "udp", ...server });
    for await (const [bytes, from] of datagrams(socket)) {
      const { hostname, port } = from as Deno.NetAddr;
      if (`${hostname}:${port}` === `${server.hostname}:${server.port}`) {
        return bytes;
      }
    }
    throw new Deno.errors.TimedOut("too late");
  } finally {
    close();
  }
}

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for await (const [question, from] of datagrams(socket)) {
    try {
      await socket.send(answer(question), from);
    } catch {
      continue;
    }
  }
}
