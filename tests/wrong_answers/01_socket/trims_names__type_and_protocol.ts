import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  return open(domain, type.trim(), protocol.trim());
}
