import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

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
  limit.onabort = () => socket.close();
  const address = { hostname: server.hostname, port: 9 };
  await socket.send(question, { transport: "udp", ...address });
  const [bytes] = await socket.receive();
  socket.close();
  return bytes;
}
