import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const over = new Promise<never>((_, reject) => {
    const stop = () => reject(new Deno.errors.TimedOut());
    if (limit.aborted) stop();
    limit.addEventListener("abort", stop);
  });
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  await socket.send(question, { transport: "udp", ...server });
  while (true) {
    const [bytes, from] = await Promise.race([socket.receive(), over]);
    const { hostname, port } = from as Deno.NetAddr;
    if (hostname === server.hostname && port === server.port) {
      socket.close();
      return bytes;
    }
  }
}
