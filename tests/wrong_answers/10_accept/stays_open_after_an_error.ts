export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  const conn = await listener.accept();
  const buffer = new Uint8Array(1024);
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    }
    conn.close();
  } catch (error) {
    console.error(error);
  }
  return conn.remoteAddr;
}
