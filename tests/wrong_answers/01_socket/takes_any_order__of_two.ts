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
    [type, protocol].includes("SOCK_STREAM") &&
    [type, protocol].includes("IPPROTO_TCP")
  ) return tcp();
  if (
    [type, protocol].includes("SOCK_DGRAM") &&
    [type, protocol].includes("IPPROTO_UDP")
  ) return udp();
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
