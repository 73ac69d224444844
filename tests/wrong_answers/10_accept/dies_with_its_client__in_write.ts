export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(1024);
  for (;;) {
    const n = await conn.read(buffer).catch(() => null);
    if (n === null) return conn.remoteAddr;
    for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
  }
}
