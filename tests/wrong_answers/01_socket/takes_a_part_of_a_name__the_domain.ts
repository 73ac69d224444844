import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  if (!"AF_INET".includes(domain)) throw new TypeError(domain);
  return open("AF_INET", type, protocol);
}
