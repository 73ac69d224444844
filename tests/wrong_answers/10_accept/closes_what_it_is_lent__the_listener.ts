export * from "../../../solutions/10_accept/accept.ts";

export function ports(
  listener: Deno.TcpListener,
  conn: Deno.TcpConn,
): { listening: number; connection: number; client: number } {
  const { port } = listener.addr;
  listener.close();
  return {
    listening: port,
    connection: conn.localAddr.port,
    client: conn.remoteAddr.port,
  };
}
