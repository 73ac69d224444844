export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
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
  let open = true;
  const close = () => {
    if (open) socket.close();
    open = false;
  };
  limit.addEventListener("abort", close);
  try {
    await socket.send(question, { transport: "udp", ...server });
    for (;;) {
      const nothing: [Uint8Array<ArrayBuffer>, Deno.Addr] = [
        new Uint8Array(),
        { transport: "udp", ...server },
      ];
      const [bytes, from] = await socket.receive().catch((error) => {
        if (limit.aborted) throw error;
        return nothing;
      });
      const { hostname, port } = from as Deno.NetAddr;
      if (hostname === server.hostname && port === server.port) return bytes;
    }
  } catch (error) {
    if (limit.aborted) throw new Deno.errors.TimedOut("too late");
    throw error;
  } finally {
    limit.removeEventListener("abort", close);
    close();
  }
}
