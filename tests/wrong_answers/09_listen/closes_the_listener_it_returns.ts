// Refused by: startServer() calls ready once clients can connect
// Must say: does that at the end of its block
export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  using listener = Deno.listen({
    hostname: "127.0.0.1",
    port: 0,
    tcpBacklog: backlog,
  });
  ready(listener.addr);
  return listener;
}
