// Right: each wait races against the limit; answers go out side by side.
interface Address {
  hostname: string;
  port: number;
}

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  if (limit.aborted) throw new Deno.errors.TimedOut();
  const cleanup = new AbortController();
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  const timeUp = new Promise<never>((_, no) =>
    limit.addEventListener("abort", () => no(new Deno.errors.TimedOut()), {
      signal: cleanup.signal,
    })
  );
  try {
    await Promise.race([
      timeUp,
      socket.send(question, { transport: "udp", ...server }),
    ]);
    while (true) {
      const r = socket.receive();
      r.catch(() => {});
      const [b, from] = await Promise.race([timeUp, r]) as [
        Uint8Array,
        Deno.NetAddr,
      ];
      if (from.hostname == server.hostname && from.port == server.port) {
        return b;
      }
    }
  } finally {
    cleanup.abort();
    socket.close();
  }
}
export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  const going = new Set<Promise<unknown>>();
  for await (const [q, from] of socket) {
    const p = (async () => {
      await socket.send(answer(q), from);
    })().catch(() => {});
    going.add(p);
    p.finally(() => going.delete(p));
  }
  await Promise.all(going);
}
