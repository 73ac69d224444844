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
  const names = new Set([domain, type, protocol]);
  if (
    names.has("AF_INET") && names.has("SOCK_STREAM") && names.has("IPPROTO_TCP")
  ) return tcp();
  if (
    names.has("AF_INET") && names.has("SOCK_DGRAM") && names.has("IPPROTO_UDP")
  ) return udp();
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
