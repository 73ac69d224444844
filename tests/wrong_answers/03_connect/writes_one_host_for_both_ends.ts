export * from "../../../solutions/03_connect/connect.ts";

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  return {
    local: `127.0.0.1:${conn.localAddr.port}`,
    remote: `127.0.0.1:${conn.remoteAddr.port}`,
  };
}
