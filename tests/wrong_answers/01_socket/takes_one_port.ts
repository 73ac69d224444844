export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const address = { hostname: "127.0.0.1", port: 18_301 };
  if (domain !== "AF_INET") throw new TypeError(domain);
  if (type === "SOCK_STREAM" && protocol === "IPPROTO_TCP") {
    return Deno.listen(address);
  }
  if (type === "SOCK_DGRAM" && protocol === "IPPROTO_UDP") {
    return Deno.listenDatagram({ ...address, transport: "udp" });
  }
  throw new TypeError(`${type} does not go with ${protocol}`);
}
