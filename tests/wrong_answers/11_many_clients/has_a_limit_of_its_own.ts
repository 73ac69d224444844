export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(serve(conn));
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  const buffer = new Uint8Array(4096);
  try {
    while (true) {
      const silence = setTimeout(() => conn.close(), 1_000);
      const n = await conn.read(buffer);
      clearTimeout(silence);
      if (n === null) break;
      await send(conn, buffer.subarray(0, n));
    }
  } catch {
    // This client is gone, or it has been silent for a second.
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
