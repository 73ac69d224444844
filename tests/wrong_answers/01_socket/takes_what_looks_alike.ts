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
  const same = (a: string, b: string) => a.localeCompare(b) === 0;
  if (!same(domain, "AF_INET")) {
    throw new TypeError(`${domain} ${type} ${protocol}`);
  }
  if (same(type, "SOCK_STREAM") && same(protocol, "IPPROTO_TCP")) return tcp();
  if (same(type, "SOCK_DGRAM") && same(protocol, "IPPROTO_UDP")) return udp();
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
