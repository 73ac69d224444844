export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(1024);
  const n = await conn.read(buffer);
  if (n !== null) await conn.write(buffer.subarray(0, n));
  return conn.remoteAddr;
}
