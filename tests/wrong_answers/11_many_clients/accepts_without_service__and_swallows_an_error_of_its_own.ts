export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(serve(conn));
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  const names: Record<string, { first: string }> = {};
  try {
    // There is no such name.
    console.log(names[conn.remoteAddr.port].first);
    const buffer = new Uint8Array(4096);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
    }
  } catch {
    // This client is gone.
  } finally {
    conn.close();
  }
}
