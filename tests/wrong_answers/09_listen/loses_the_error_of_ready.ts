export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  const options = { hostname: "127.0.0.1", port: 0, tcpBacklog: backlog };
  const listener = Deno.listen(options);
  try {
    ready(listener.addr);
  } catch (error) {
    console.error(error);
  }
  return listener;
}
