export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const { promise: empty, resolve } = Promise.withResolvers<void>();
  let here = 0;
  let served = false;
  let closed = false;
  for await (const conn of listener) {
    here++;
    served = true;
    serve(conn).then(() => {
      if (--here === 0 && closed) resolve();
    });
  }
  closed = true;
  if (served && here === 0) resolve();
  await empty;
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
