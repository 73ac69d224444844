// Right: a stack of things to undo, and several answers under way at once.
import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  using stack = new DisposableStack();
  const socket = stack.adopt(
    Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", port: 0 }),
    (socket) => {
      if (!closed) socket.close();
    },
  );
  let closed = false;
  const over = () => {
    closed = true;
    socket.close();
  };
  if (limit.aborted) over();
  limit.addEventListener("abort", over, { once: true });
  stack.defer(() => limit.removeEventListener("abort", over));
  const key = ({ hostname, port }: Address) => `${hostname} ${port}`;
  try {
    await socket.send(question, { transport: "udp", ...server });
    for await (const [bytes, from] of socket) {
      if (key(from as Deno.NetAddr) === key(server)) return bytes;
    }
  } catch (error) {
    if (!closed) throw error;
  }
  throw new Deno.errors.TimedOut(`${key(server)} has not answered`);
}

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  const running = new Set<Promise<unknown>>();
  for await (const [question, from] of socket) {
    const one = reply(question, from).catch(() => {});
    running.add(one);
    one.finally(() => running.delete(one));
  }
  await Promise.all(running);

  async function reply(question: Uint8Array, to: Deno.Addr) {
    await socket.send(answer(question), to);
  }
}
