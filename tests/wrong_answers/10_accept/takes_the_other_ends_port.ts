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
