export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  try {
    await talk(conn);
  } catch {
    // The client has broken off.
  }
  return conn.remoteAddr;
}

/** More than this is an attack. */
const most = 64 * 1024;

async function talk(conn: Deno.TcpConn): Promise<void> {
  const buffer = new Uint8Array(4096);
  let size = 0;
  for (let n; (n = await conn.read(buffer)) !== null;) {
    size += n;
    if (size > most) return;
    await send(conn, buffer.subarray(0, n));
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
