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
  const n = (a: string) => a.normalize("NFKC");
  if (n(domain) !== "AF_INET") {
    throw new TypeError(`${domain} ${type} ${protocol}`);
  }
  if (n(type) === "SOCK_STREAM" && n(protocol) === "IPPROTO_TCP") return tcp();
  if (n(type) === "SOCK_DGRAM" && n(protocol) === "IPPROTO_UDP") return udp();
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
