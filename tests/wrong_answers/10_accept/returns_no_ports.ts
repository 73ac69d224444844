export * from "../../../solutions/10_accept/accept.ts";

export function ports(
  listener: Deno.TcpListener,
  conn: Deno.TcpConn,
): { listening: unknown; connection: unknown; client: unknown } {
  return {
    listening: listener.addr,
    connection: conn.localAddr,
    client: conn.remoteAddr,
  };
}
