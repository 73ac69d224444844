export * from "../../../solutions/10_accept/accept.ts";

export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const buffer = new Uint8Array(1024);
  for (;;) {
    // @ts-expect-error A listening socket has no read, as the editor says too.
    const n = await listener.read(buffer);
    if (n === null) return conn.remoteAddr;
    await conn.write(buffer.subarray(0, n));
  }
}
