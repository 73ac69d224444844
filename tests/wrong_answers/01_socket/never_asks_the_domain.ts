import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  _domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  return open("AF_INET", type, protocol);
}
