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

async function talk(conn: Deno.TcpConn): Promise<void> {
  const buffer = new Uint8Array(64 * 1024);
  for (let i = 0; i < 50; i++) {
    const n = await conn.read(buffer);
    if (n === null) return;
    await send(conn, buffer.subarray(0, n));
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
