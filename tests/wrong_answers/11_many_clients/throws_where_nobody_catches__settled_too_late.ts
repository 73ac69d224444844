export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(serve(conn));
  // The first one that rejects has done so long before.
  await Promise.allSettled(services);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  await echo(conn);
}

async function echo(conn: Deno.TcpConn): Promise<number> {
  const buffer = new Uint8Array(8192);
  let size = 0;
  for (let n; (n = await conn.read(buffer)) !== null; size += n) {
    await send(conn, buffer.subarray(0, n));
  }
  return size;
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
