export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(serve(conn));
  // Whoever is still there after five seconds is left.
  const enough = Promise.withResolvers<void>();
  const timer = setTimeout(enough.resolve, 5_000);
  await Promise.race([Promise.all(services), enough.promise]);
  clearTimeout(timer);
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
  const buffer = new Uint8Array(8192);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    await send(conn, buffer.subarray(0, n));
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
