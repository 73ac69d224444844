import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export * from "../../../solutions/01_socket/socket.ts";

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): number {
  const socket = open(domain, type, protocol);
  return (socket.addr as Deno.NetAddr).port;
}
