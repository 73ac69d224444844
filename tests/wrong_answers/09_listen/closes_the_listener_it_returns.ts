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
