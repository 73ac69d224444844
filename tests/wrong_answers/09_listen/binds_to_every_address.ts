export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  const listener = Deno.listen({ port: 0, tcpBacklog: backlog });
  ready({ ...listener.addr, hostname: "127.0.0.1" });
  return listener;
}
