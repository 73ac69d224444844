// Refused by: openSocket() refuses every domain but AF_INET
// Must say: trim() makes a right name of a wrong one
import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  return open(domain.trim(), type, protocol);
}
