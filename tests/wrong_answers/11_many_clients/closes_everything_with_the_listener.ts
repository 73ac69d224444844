export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const conns = new Set<Deno.TcpConn>();
  async function echo(conn: Deno.TcpConn): Promise<void> {
    const buffer = new Uint8Array(1024);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    }
    conns.delete(conn);
    conn.close();
  }
  const services: Promise<void>[] = [];
  for await (const conn of listener) {
    conns.add(conn);
    services.push(echo(conn).catch(() => {}));
  }
  for (const conn of conns) conn.close();
  await Promise.all(services);
}
