export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveNumbered(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  let clients = 0;
  for await (const conn of listener) {
    services.push(serve(conn, () => ++clients));
  }
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn, number: () => number): Promise<void> {
  try {
    const size = await echo(conn);
    const line = `client ${number()}: ${size} bytes\n`;
    await send(conn, new TextEncoder().encode(line));
  } catch {
    // This client is gone.
  } finally {
    conn.close();
  }
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
