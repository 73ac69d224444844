export * from "../../../solutions/01_socket/socket.ts";

const hostname = "127.0.0.1";
const tcp = (port = 0) => Deno.listen({ hostname, port });
const udp = (port = 0) =>
  Deno.listenDatagram({ transport: "udp", hostname, port });
let stream: Deno.TcpListener | undefined;
let datagram: Deno.DatagramConn | undefined;
export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  try {
    datagram = udp(port);
    stream = tcp((datagram.addr as Deno.NetAddr).port);
    return { stream, datagram };
  } catch (e) {
    try {
      datagram?.close();
    } catch { /* */ }
    try {
      stream?.close();
    } catch { /* */ }
    throw e;
  }
}
