export * from "../../../solutions/01_socket/socket.ts";

const hostname = "127.0.0.1";
const udp = (port = 0) =>
  Deno.listenDatagram({ transport: "udp", hostname, port });
export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const stream = Deno.listen({ hostname, port, reusePort: true });
  try {
    return { stream, datagram: udp(stream.addr.port) };
  } catch (e) {
    stream.close();
    throw e;
  }
}
