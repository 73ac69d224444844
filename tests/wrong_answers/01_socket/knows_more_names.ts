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
  if (domain !== "AF_INET") {
    throw new TypeError(`${domain} ${type} ${protocol}`);
  }
  if (
    type === "SOCK_STREAM" &&
    ["IPPROTO_TCP", "IPPROTO_MPTCP"].includes(protocol)
  ) return tcp();
  if (
    type === "SOCK_DGRAM" &&
    ["IPPROTO_UDP", "IPPROTO_UDPLITE"].includes(protocol)
  ) return udp();
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
