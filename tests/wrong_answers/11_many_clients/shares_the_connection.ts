export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  let conn: Deno.TcpConn;
  const services: Promise<void>[] = [];
  async function echo() {
    const buffer = new Uint8Array(1024);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    }
    conn.close();
  }
  for await (conn of listener) services.push(echo().catch(() => {}));
  await Promise.all(services);
}
