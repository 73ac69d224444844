import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array | undefined> {
  using socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  }) as Deno.DatagramConn & Disposable;
  limit.onabort = () => socket.close();
  await socket.send(question, { transport: "udp", ...server });
  for await (const [bytes, from] of socket) {
    if ((from as Deno.NetAddr).port === server.port) return bytes;
  }
}
