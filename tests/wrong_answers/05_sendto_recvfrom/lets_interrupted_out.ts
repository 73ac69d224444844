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
    while (true) {
      const [bytes, from] = await socket.receive();
      if (
        (from as Deno.NetAddr).hostname === server.hostname &&
        (from as Deno.NetAddr).port === server.port
      ) return bytes;
    }
  } catch (error) {
    throw error;
  } finally {
    limit.removeEventListener("abort", close);
    if (!limit.aborted) socket.close();
  }
}
