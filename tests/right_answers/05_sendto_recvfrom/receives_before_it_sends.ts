// Large buffers, the wait begins before the question leaves, recursion, answers
// that are not awaited.
import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
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
  const next = async (): Promise<Uint8Array> => {
    const [bytes, from] = await socket.receive(new Uint8Array(1024 * 1024));
    const { hostname, port } = from as Deno.NetAddr;
    return hostname === server.hostname && port === server.port
      ? bytes
      : next();
  };
  try {
    const answer = next();
    answer.catch(() => {});
    limit.addEventListener("abort", close);
    if (limit.aborted) close();
    console.log("asking", server);
    await socket.send(question, { transport: "udp", ...server });
    return await answer;
  } catch (error) {
    if (
      error instanceof Deno.errors.Interrupted ||
      error instanceof Deno.errors.BadResource
    ) throw new Deno.errors.TimedOut("too late");
    throw error;
  } finally {
    limit.removeEventListener("abort", close);
    close();
  }
}

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  const buffer = new Uint8Array(65_536);
  while (true) {
    try {
      const [question, from] = await socket.receive(buffer);
      const bytes = answer(question).slice();
      socket.send(bytes, from).catch(console.error);
    } catch (error) {
      if (
        error instanceof Deno.errors.Interrupted ||
        error instanceof Deno.errors.BadResource
      ) return;
    }
  }
}
