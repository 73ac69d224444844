export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  _protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const address = { hostname: "127.0.0.1", port: 0 };
  if (domain !== "AF_INET") throw new TypeError(domain);
  if (type === "SOCK_STREAM") return Deno.listen(address);
  if (type === "SOCK_DGRAM") {
    return Deno.listenDatagram({ ...address, transport: "udp" });
  }
  throw new TypeError(type);
}
