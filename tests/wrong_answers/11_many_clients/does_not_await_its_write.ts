export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(serve(conn));
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  try {
    await echo(conn);
  } catch {
    // This client is gone.
  } finally {
    conn.close();
  }
}

async function echo(conn: Deno.TcpConn): Promise<void> {
  const buffer = new Uint8Array(4096);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    conn.write(buffer.slice(0, n)).catch(() => {});
  }
}
