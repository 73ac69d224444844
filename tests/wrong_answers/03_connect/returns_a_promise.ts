// Refused by: endpoints() tells the local end from the remote end
// Must say: It returned a promise of the result
export * from "../../../solutions/03_connect/connect.ts";

export async function endpoints(
  conn: Deno.TcpConn,
): Promise<{ local: string; remote: string }> {
  const write = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  return { local: write(conn.localAddr), remote: write(conn.remoteAddr) };
}
