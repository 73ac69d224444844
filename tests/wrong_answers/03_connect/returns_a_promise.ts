export * from "../../../solutions/03_connect/connect.ts";

export async function endpoints(
  conn: Deno.TcpConn,
): Promise<{ local: string; remote: string }> {
  const write = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  return { local: write(conn.localAddr), remote: write(conn.remoteAddr) };
}
