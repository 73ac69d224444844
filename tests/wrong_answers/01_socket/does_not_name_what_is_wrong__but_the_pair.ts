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
  const fits = (type === "SOCK_STREAM" && protocol === "IPPROTO_TCP") ||
    (type === "SOCK_DGRAM" && protocol === "IPPROTO_UDP");
  if (!fits) throw new TypeError(`${type} does not go with ${protocol}`);
  if (domain !== "AF_INET") throw new TypeError(`unknown ${domain}`);
  return type === "SOCK_STREAM" ? tcp() : udp();
}
