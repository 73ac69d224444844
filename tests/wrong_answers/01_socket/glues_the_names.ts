export * from "../../../solutions/01_socket/socket.ts";

const hostname = "127.0.0.1";
const tcp = (port = 0) => Deno.listen({ hostname, port });
const udp = (port = 0) =>
  Deno.listenDatagram({ transport: "udp", hostname, port });
export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const key = domain + type + protocol;
  if (key === "AF_INETSOCK_STREAMIPPROTO_TCP") return tcp();
  if (key === "AF_INETSOCK_DGRAMIPPROTO_UDP") return udp();
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
