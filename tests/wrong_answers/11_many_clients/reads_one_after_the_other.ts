export * from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  const conns = new Set<Deno.TcpConn>();
  let accepting = true;
  const acceptor = (async () => {
    for await (const conn of listener) conns.add(conn);
    accepting = false;
  })();
  const buffer = new Uint8Array(4096);
  while (accepting || conns.size > 0) {
    for (const conn of conns) {
      try {
        const n = await conn.read(buffer);
        if (n !== null) {
          await send(conn, buffer.subarray(0, n));
          continue;
        }
      } catch {
        // This client is gone.
      }
      conns.delete(conn);
      conn.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await acceptor;
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
