export * from "../../../solutions/01_socket/socket.ts";

export function openBoth(
  _port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const hostname = "127.0.0.1";
  const stream = Deno.listen({ hostname, port: 0 });
  const { port } = stream.addr;
  try {
    const datagram = Deno.listenDatagram({ transport: "udp", hostname, port });
    return { stream, datagram };
  } catch (error) {
    stream.close();
    throw error;
  }
}
