export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  let lock = Promise.resolve();
  async function echo(conn: Deno.TcpConn): Promise<void> {
    using _conn = conn;
    const buffer = new Uint8Array(64 * 1024);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      const bytes = buffer.slice(0, n);
      // One writes at a time, so that nothing gets mixed up.
      lock = lock.catch(() => {}).then(async () => {
        for (let at = 0; at < bytes.length;) {
          at += await conn.write(bytes.subarray(at));
        }
      });
      await lock;
    }
  }
  const services: Promise<void>[] = [];
  for await (const conn of listener) {
    services.push(echo(conn).catch(() => {}));
  }
  await Promise.all(services);
}
