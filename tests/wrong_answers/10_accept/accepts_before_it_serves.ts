export * from "../../../solutions/10_accept/accept.ts";

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const conns: Deno.TcpConn[] = [];
  while (conns.length < clients) conns.push(await listener.accept());
  const addresses: Deno.NetAddr[] = [];
  for (const conn of conns) {
    addresses.push(conn.remoteAddr);
    await conn.readable.pipeTo(conn.writable).catch(() => {});
  }
  return addresses;
}
