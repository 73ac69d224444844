export * from "../../../solutions/03_connect/connect.ts";

const result = { local: "", remote: "" };
export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  result.local = `${conn.localAddr.hostname}:${conn.localAddr.port}`;
  result.remote = `${conn.remoteAddr.hostname}:${conn.remoteAddr.port}`;
  return result;
}
