// Refused by: endpoints() gives each end the hostname of its own
// Must say: An end has a hostname of its own
export * from "../../../solutions/03_connect/connect.ts";

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  return {
    local: `127.0.0.1:${conn.localAddr.port}`,
    remote: `127.0.0.1:${conn.remoteAddr.port}`,
  };
}
