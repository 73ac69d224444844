export * from "../../../solutions/03_connect/connect.ts";

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  const write = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  return { local: write(conn.remoteAddr), remote: write(conn.localAddr) };
}
