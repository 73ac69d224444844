export * from "../../../solutions/03_connect/connect.ts";

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  const { localAddr, remoteAddr } = conn;
  return { local: `:${localAddr.port}`, remote: `:${remoteAddr.port}` };
}
