export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) {
    services.push(serve(conn).catch(console.error));
  }
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  const buffer = new Uint8Array(1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    const text = new TextDecoder().decode(buffer.subarray(0, n));
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length;) {
      at += await conn.write(bytes.subarray(at));
    }
  }
}
