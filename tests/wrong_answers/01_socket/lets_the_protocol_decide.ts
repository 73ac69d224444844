export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  _type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const address = { hostname: "127.0.0.1", port: 0 };
  if (domain !== "AF_INET") throw new TypeError(domain);
  switch (protocol) {
    case "IPPROTO_TCP":
      return Deno.listen(address);
    case "IPPROTO_UDP":
      return Deno.listenDatagram({ ...address, transport: "udp" });
    default:
      throw new TypeError(protocol);
  }
}
