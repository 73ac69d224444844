export * from "../../../solutions/01_socket/socket.ts";

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const hostname = "127.0.0.1";
  const datagram = Deno.listenDatagram({ transport: "udp", hostname, port });
  const stream = Deno.listen({
    hostname,
    port: (datagram.addr as Deno.NetAddr).port,
  });
  return { stream, datagram };
}
