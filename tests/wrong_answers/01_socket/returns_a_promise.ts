import { openSocket as open } from "../../../solutions/01_socket/socket.ts";
export { openBoth } from "../../../solutions/01_socket/socket.ts";

export async function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Promise<Deno.TcpListener | Deno.DatagramConn> {
  return await open(domain, type, protocol);
}
