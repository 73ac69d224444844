export { openSocket } from "../../../solutions/01_socket/socket.ts";

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const hostname = "127.0.0.1";
  const stream = Deno.listen({ hostname, port });
  try {
    const datagram = Deno.listenDatagram({
      transport: "udp",
      hostname,
      port: stream.addr.port,
      reuseAddress: true,
    });
    return { stream, datagram };
  } catch (error) {
    stream.close();
    throw error;
  }
}
