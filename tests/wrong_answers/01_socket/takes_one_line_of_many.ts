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
  if (!/^AF_INET$/m.test(domain)) {
    throw new TypeError(`${domain} ${type} ${protocol}`);
  }
  if (/^SOCK_STREAM$/m.test(type) && /^IPPROTO_TCP$/m.test(protocol)) {
    return tcp();
  }
  if (/^SOCK_DGRAM$/m.test(type) && /^IPPROTO_UDP$/m.test(protocol)) {
    return udp();
  }
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
