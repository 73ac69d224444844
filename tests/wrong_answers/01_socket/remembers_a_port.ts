export * from "../../../solutions/01_socket/socket.ts";

const hostname = "127.0.0.1";
const tcp = (port = 0) => Deno.listen({ hostname, port });
const udp = (port = 0) =>
  Deno.listenDatagram({ transport: "udp", hostname, port });
const opened = new Set<number>();
export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  if (opened.has(port)) throw new Deno.errors.AddrInUse("opened before");
  if (port) opened.add(port);
  const stream = tcp(port);
  try {
    return { stream, datagram: udp(stream.addr.port) };
  } catch (e) {
    stream.close();
    throw e;
  }
}
