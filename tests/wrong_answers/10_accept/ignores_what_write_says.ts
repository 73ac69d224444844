export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(1024 * 16);
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      await conn.write(buffer.subarray(0, n));
    }
  } catch {
    // The client has broken off.
  }
  return conn.remoteAddr;
}
