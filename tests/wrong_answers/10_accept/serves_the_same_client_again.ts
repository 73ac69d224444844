export * from "../../../solutions/10_accept/accept.ts";

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  using conn = await listener.accept();
  const addresses: Deno.NetAddr[] = [];
  const buffer = new Uint8Array(1024);
  while (addresses.length < clients) {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    }
    addresses.push(conn.remoteAddr);
  }
  return addresses;
}
