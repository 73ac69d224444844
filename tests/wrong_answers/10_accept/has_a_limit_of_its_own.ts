export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(8192);
  try {
    while (true) {
      // Who says nothing for five seconds has gone.
      const timer = setTimeout(() => conn.close(), 5_000);
      const n = await conn.read(buffer).finally(() => clearTimeout(timer));
      if (n === null) break;
      await send(conn, buffer.subarray(0, n));
    }
  } catch {
    // The client has broken off.
  }
  return conn.remoteAddr;
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
