export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const sizes: Record<string, number[]> = {};
  const buffer = new Uint8Array(1024);
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
      // There is no such list yet.
      sizes[conn.remoteAddr.port].push(n);
    }
  } catch {
    // The client has broken off.
  }
  return conn.remoteAddr;
}
