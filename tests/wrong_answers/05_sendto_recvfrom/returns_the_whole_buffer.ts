import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

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
  const close = () => socket.close();
  limit.addEventListener("abort", close);
  try {
    await socket.send(question, { transport: "udp", ...server });
    const buffer = new Uint8Array(65_536);
    while (true) {
      const [, from] = await socket.receive(buffer);
      const { hostname, port } = from as Deno.NetAddr;
      if (hostname === server.hostname && port === server.port) return buffer;
    }
  } catch (error) {
    if (limit.aborted) throw new Deno.errors.TimedOut();
    throw error;
  } finally {
    limit.removeEventListener("abort", close);
    if (!limit.aborted) socket.close();
  }
}
