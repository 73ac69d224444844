export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  await conn.readable.pipeTo(conn.writable).catch(() => {});
  return conn.localAddr;
}
