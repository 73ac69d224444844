export { openSocket } from "../../../solutions/01_socket/socket.ts";

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } | undefined {
  const hostname = "127.0.0.1";
  let stream: Deno.TcpListener | undefined;
  try {
    stream = Deno.listen({ hostname, port });
    port = stream.addr.port;
    const datagram = Deno.listenDatagram({ transport: "udp", hostname, port });
    return { stream, datagram };
  } catch (error) {
    console.error(error);
    stream?.close();
  }
}
