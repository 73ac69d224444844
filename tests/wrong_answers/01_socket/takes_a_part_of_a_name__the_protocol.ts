export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const at = { hostname: "127.0.0.1", port: 0 };
  if (domain !== "AF_INET") throw new TypeError(domain);
  if (type === "SOCK_STREAM" && "IPPROTO_TCP".includes(protocol)) {
    return Deno.listen(at);
  }
  if (type === "SOCK_DGRAM" && "IPPROTO_UDP".includes(protocol)) {
    return Deno.listenDatagram({ ...at, transport: "udp" });
  }
  throw new TypeError(`${type} does not go with ${protocol}`);
}
