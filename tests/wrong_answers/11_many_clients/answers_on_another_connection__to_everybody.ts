export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const all = new Set<Deno.TcpConn>();
  async function echo(conn: Deno.TcpConn) {
    const buffer = new Uint8Array(1024);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (const one of all) await one.write(buffer.slice(0, n));
    }
    all.delete(conn);
    conn.close();
  }
  for await (const conn of listener) {
    all.add(conn);
    echo(conn).catch(() => {});
  }
}
