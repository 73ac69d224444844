export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const all: number[] = [];
  const buffer = new Uint8Array(1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    all.push(...buffer.subarray(0, n));
  }
  const bytes = new Uint8Array(all);
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
  return conn.remoteAddr;
}
