export * from "../../../solutions/10_accept/accept.ts";

let conn: Deno.TcpConn;

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  conn = await listener.accept();
  const client = conn.remoteAddr;
  const buffer = new Uint8Array(16 * 1024);
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    }
  } catch {
    // The client has broken off.
  }
  conn.close();
  return client;
}
