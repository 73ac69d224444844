export * from "../../../solutions/09_listen/listen.ts";

export async function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Promise<Deno.TcpListener> {
  const listener = Deno.listen({
    hostname: "127.0.0.1",
    port: 0,
    tcpBacklog: backlog,
  });
  ready(listener.addr as Deno.NetAddr);
  return listener;
}
