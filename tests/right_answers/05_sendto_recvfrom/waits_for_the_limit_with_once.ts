// Right: once() of node:events closes, and another signal takes that back.
import { once } from "node:events";
import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  if (limit.aborted) throw new Deno.errors.TimedOut("too late");
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  const close = () => {
    try {
      socket.close();
    } catch {
      // It is closed.
    }
  };
  const done = new AbortController();
  once(limit, "abort", { signal: done.signal }).then(close, () => {});
  try {
    await socket.send(question, { transport: "udp", ...server });
    for (;;) {
      const [bytes, from] = await socket.receive();
      const { hostname, port } = from as Deno.NetAddr;
      if (hostname === server.hostname && port === server.port) return bytes;
    }
  } catch (error) {
    if (limit.aborted) throw new Deno.errors.TimedOut("no answer");
    throw error;
  } finally {
    done.abort();
    close();
  }
}

export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  for await (const [question, from] of socket) {
    try {
      await socket.send(answer(question), from);
    } catch (error) {
      console.error(error);
    }
  }
}
