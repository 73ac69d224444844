export { openSocket } from "../../../solutions/01_socket/socket.ts";

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const hostname = "127.0.0.1";
  let stream!: Deno.TcpListener;
  let datagram!: Deno.DatagramConn;
  try {
    stream = Deno.listen({ hostname, port });
    port = stream.addr.port;
    datagram = Deno.listenDatagram({ transport: "udp", hostname, port });
    return { stream, datagram };
  } catch (error) {
    stream.close();
    datagram.close();
    throw error;
  }
}
