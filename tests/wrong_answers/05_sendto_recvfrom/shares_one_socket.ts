import type { Address } from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";

let shared: Deno.DatagramConn | undefined;
let users = 0;

function leave(): void {
  if (--users > 0) return;
  shared?.close();
  shared = undefined;
}

export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  if (limit.aborted) throw new Deno.errors.TimedOut();
  users++;
  shared ??= Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  const socket = shared;
  limit.addEventListener("abort", leave);
  try {
    await socket.send(question, { transport: "udp", ...server });
    while (true) {
      const [bytes, from] = await socket.receive();
      const { hostname, port } = from as Deno.NetAddr;
      if (hostname === server.hostname && port === server.port) return bytes;
    }
  } catch (error) {
    if (limit.aborted) throw new Deno.errors.TimedOut();
    throw error;
  } finally {
    limit.removeEventListener("abort", leave);
    if (!limit.aborted) leave();
  }
}
