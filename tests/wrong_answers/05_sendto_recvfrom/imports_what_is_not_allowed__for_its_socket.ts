export * from "../../../solutions/05_sendto_recvfrom/sendto_recvfrom.ts";
import { createSocket } from "node:dgram";

export function ask(
  server: { hostname: string; port: number },
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (limit.aborted) return reject(new Deno.errors.TimedOut("too late"));
    const socket = createSocket("udp4");
    const end = (settle: () => void) => {
      limit.removeEventListener("abort", late);
      socket.close(settle);
    };
    const late = () => end(() => reject(new Deno.errors.TimedOut("too late")));
    limit.addEventListener("abort", late);
    socket.on("message", (bytes, from) => {
      if (from.address !== server.hostname || from.port !== server.port) return;
      end(() => resolve(new Uint8Array(bytes)));
    });
    socket.bind(0, "127.0.0.1", () => {
      socket.send(question, server.port, server.hostname, (error) => {
        if (error) end(() => reject(error));
      });
    });
  });
}
