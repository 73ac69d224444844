export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  const conn = await listener.accept();
  const buffer = new Uint8Array(8192);
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    }
    await conn.closeWrite();
  } catch {
    // The client has broken off.
  }
  return conn.remoteAddr;
}
