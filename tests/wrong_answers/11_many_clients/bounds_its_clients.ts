export * from "../../../solutions/11_many_clients/many_clients.ts";

/** So many are served at once; the others wait for their turn. */
const most = 10;

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const services: Promise<void>[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  const turn = async () => {
    if (busy++ < most) return;
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const done = () => {
    busy--;
    waiting.shift()?.();
  };
  for await (const conn of listener) {
    services.push(turn().then(() => serve(conn)).finally(done));
  }
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
