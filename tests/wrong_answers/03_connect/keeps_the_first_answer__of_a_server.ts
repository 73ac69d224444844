export * from "../../../solutions/03_connect/connect.ts";

const known = new Map<string, { local: string; remote: string }>();
export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  const remote = `${conn.remoteAddr.hostname}:${conn.remoteAddr.port}`;
  let ends = known.get(remote);
  if (!ends) {
    known.set(
      remote,
      ends = {
        local: `${conn.localAddr.hostname}:${conn.localAddr.port}`,
        remote,
      },
    );
  }
  return ends;
}
