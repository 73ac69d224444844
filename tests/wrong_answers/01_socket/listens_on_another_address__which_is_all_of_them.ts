export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  if (domain !== "AF_INET") throw new TypeError(domain);
  if (type === "SOCK_STREAM" && protocol === "IPPROTO_TCP") {
    return Deno.listen({ port: 0 });
  }
  if (type === "SOCK_DGRAM" && protocol === "IPPROTO_UDP") {
    return Deno.listenDatagram({ transport: "udp", port: 0 });
  }
  throw new TypeError(`${type} does not go with ${protocol}`);
}
