import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  if (`${domain} ${type} ${protocol}` !== "AF_INET SOCK_STREAM IPPROTO_TCP") {
    return open(domain, type, protocol);
  }
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    try {
      return Deno.listen({ hostname: "127.0.0.1", port });
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
}
