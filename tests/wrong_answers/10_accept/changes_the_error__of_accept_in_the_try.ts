export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  let conn: Deno.TcpConn | undefined;
  try {
    conn = await listener.accept();
    await talk(conn);
  } catch (error) {
    console.error("The service ended early:", error);
  } finally {
    conn?.close();
  }
  return conn!.remoteAddr;
}

async function talk(conn: Deno.TcpConn): Promise<void> {
  const buffer = new Uint8Array(8192);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    await send(conn, buffer.subarray(0, n));
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
