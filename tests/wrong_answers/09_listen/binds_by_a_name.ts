export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  const options = { hostname: "localhost", port: 0, tcpBacklog: backlog };
  const listener = Deno.listen(options);
  ready(listener.addr);
  return listener;
}
