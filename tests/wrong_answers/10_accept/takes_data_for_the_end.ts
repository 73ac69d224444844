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
  const buffer = new Uint8Array(1024);
  while (true) {
    // As a string of C: what was read ends at the first byte 0.
    buffer.fill(0);
    await conn.read(buffer);
    const end = buffer.indexOf(0);
    const n = end === -1 ? buffer.length : end;
    if (n === 0) return;
    await send(conn, buffer.subarray(0, n));
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
