export * from "../../../solutions/03_connect/connect.ts";

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  const { hostname, port } = conn.remoteAddr;
  const end = `${hostname}:${port}`;
  return { local: end, remote: end };
}
