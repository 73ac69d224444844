// Refused by: ports() finds one port on both sockets of the server
// Must say: accept() makes a new socket, not a new port
export * from "../../../solutions/10_accept/accept.ts";

export function ports(
  listener: Deno.TcpListener,
  conn: Deno.TcpConn,
): { listening: number; connection: number; client: number } {
  return {
    listening: listener.addr.port,
    connection: conn.remoteAddr.port,
    client: conn.localAddr.port,
  };
}
