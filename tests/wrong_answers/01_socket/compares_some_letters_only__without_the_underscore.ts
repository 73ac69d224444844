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
  const n = (s: string) => s.replace("_", "");
  if (n(domain) !== "AFINET") {
    throw new TypeError(`${domain} ${type} ${protocol}`);
  }
  if (n(type) === "SOCKSTREAM" && n(protocol) === "IPPROTOTCP") return tcp();
  if (n(type) === "SOCKDGRAM" && n(protocol) === "IPPROTOUDP") return udp();
  throw new TypeError(`${domain} ${type} ${protocol}`);
}
