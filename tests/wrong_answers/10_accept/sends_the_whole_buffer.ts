export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(1024);
  while (await conn.read(buffer) !== null) await conn.write(buffer);
  return conn.remoteAddr;
}
