import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export * from "../../../solutions/01_socket/socket.ts";

const domains: Record<string, number> = { AF_INET: 2, AF_UNSPEC: 0 };

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  if (!(domain in domains)) throw new TypeError(`Unknown domain ${domain}`);
  if (domain === "AF_UNSPEC") throw new TypeError("No domain: AF_UNSPEC");
  return open("AF_INET", type, protocol);
}
