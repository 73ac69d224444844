export * from "../../../solutions/11_many_clients/many_clients.ts";

async function echo(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  const buffer = new Uint8Array(1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
  }
}

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  while (true) {
    try {
      const conn = await listener.accept();
      echo(conn).catch(() => {});
    } catch (error) {
      console.error(error);
    }
  }
}
