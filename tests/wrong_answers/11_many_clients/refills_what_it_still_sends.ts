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
  const buffer = new Uint8Array(8192);
  const writes: Promise<void>[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    const write = send(conn, buffer.subarray(0, n));
    write.catch(() => {});
    writes.push(write);
  }
  await Promise.all(writes);
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
