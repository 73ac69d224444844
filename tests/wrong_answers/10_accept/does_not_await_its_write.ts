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
  const buffer = new Uint8Array(8192);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    conn.write(buffer.slice(0, n)).catch(() => {});
  }
}
