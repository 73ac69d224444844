export * from "../../../solutions/03_connect/connect.ts";

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  using mine = conn;
  const write = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  return { local: write(mine.localAddr), remote: write(mine.remoteAddr) };
}
