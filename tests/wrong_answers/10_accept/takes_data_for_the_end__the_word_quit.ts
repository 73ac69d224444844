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
  const buffer = new Uint8Array(4096);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    const part = buffer.subarray(0, n);
    if (new TextDecoder().decode(part).trim() === "quit") return;
    await send(conn, part);
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
