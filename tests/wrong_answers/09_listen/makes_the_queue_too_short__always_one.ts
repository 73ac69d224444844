export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  console.log("the queue has", backlog, "places");
  const options = { hostname: "127.0.0.1", port: 0, tcpBacklog: 1 };
  const listener = Deno.listen(options);
  ready(listener.addr);
  return listener;
}
