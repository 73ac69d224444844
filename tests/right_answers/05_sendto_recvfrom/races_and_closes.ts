// A race whose loser is ended by finally; jobs that run at the same time.
import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const over = Promise.withResolvers<never>();
  over.promise.catch(() => {});
  const stop = () => over.reject(new Deno.errors.TimedOut("too late"));
  if (limit.aborted) stop();
  else limit.addEventListener("abort", stop, { once: true });
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  const theirs = (from: Deno.Addr) =>
    from.transport === "udp" && from.port === server.port &&
    from.hostname === server.hostname;
  async function answer(): Promise<Uint8Array> {
    for await (const [bytes, from] of socket) if (theirs(from)) return bytes;
    throw new Error("closed");
  }
  try {
    await socket.send(question, { transport: "udp", ...server });
    return await Promise.race([over.promise, answer()]);
  } finally {
    socket.close();
  }
}

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  const jobs: Promise<unknown>[] = [];
  for await (const [question, from] of socket) {
    const job = async () => await socket.send(answer(question), from);
    jobs.push(job().catch((error) => console.log(error.message)));
  }
  await Promise.all(jobs);
}
