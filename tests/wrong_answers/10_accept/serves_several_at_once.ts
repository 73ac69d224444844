export * from "../../../solutions/10_accept/accept.ts";

async function echo(conn: Deno.TcpConn): Promise<Deno.NetAddr> {
  const client = conn.remoteAddr;
  await conn.readable.pipeTo(conn.writable).catch(() => {});
  return client;
}

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const services: Promise<Deno.NetAddr>[] = [];
  while (services.length < clients) {
    services.push(echo(await listener.accept()));
  }
  return await Promise.all(services);
}
