export * from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  const address = {
    transport: "tcp",
    hostname: "127.0.0.1",
    port: 8765,
  } as const;
  ready(address);
  return Deno.listen({ ...address, tcpBacklog: backlog });
}
