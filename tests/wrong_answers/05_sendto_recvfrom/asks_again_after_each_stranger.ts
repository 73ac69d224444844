import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

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
  const close = () => socket.close();
  limit.addEventListener("abort", close);
  try {
    while (true) {
      await socket.send(question, { transport: "udp", ...server });
      const [bytes, from] = await socket.receive();
      const { hostname, port } = from as Deno.NetAddr;
      if (hostname === server.hostname && port === server.port) return bytes;
    }
  } catch (error) {
    if (limit.aborted) throw new Deno.errors.TimedOut("no answer");
    throw error;
  } finally {
    limit.removeEventListener("abort", close);
    if (!limit.aborted) socket.close();
  }
}
