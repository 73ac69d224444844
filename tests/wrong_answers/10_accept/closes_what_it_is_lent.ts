export * from "../../../solutions/10_accept/accept.ts";

export function ports(
  listener: Deno.TcpListener,
  conn: Deno.TcpConn,
): { listening: number; connection: number; client: number } {
  using socket = conn;
  return {
    listening: listener.addr.port,
    connection: socket.localAddr.port,
    client: socket.remoteAddr.port,
  };
}
