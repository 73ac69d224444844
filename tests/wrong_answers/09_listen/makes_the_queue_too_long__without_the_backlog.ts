export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  console.log("the queue has", backlog, "places");
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  ready(listener.addr);
  return listener;
}
