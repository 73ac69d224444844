export * from "../../../solutions/01_socket/socket.ts";

const hostname = "127.0.0.1";
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
  if (type === "SOCK_STREAM" && protocol === "IPPROTO_TCP") {
    return Deno.listen({ hostname: "localhost", port: 0 });
  }
  if (type === "SOCK_DGRAM" && protocol === "IPPROTO_UDP") {
    return Deno.listenDatagram({
      transport: "udp",
      hostname: "localhost",
      port: 0,
    });
  }
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
