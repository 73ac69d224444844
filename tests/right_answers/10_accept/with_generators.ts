// Right: generators give the chunks of a connection and the clients served.
export const ports = (l: Deno.TcpListener, c: Deno.TcpConn) => ({
  listening: l.addr.port,
  connection: c.localAddr.port,
  client: c.remoteAddr.port,
});

async function* chunks(conn: Deno.TcpConn) {
  for (;;) {
    const chunk = new Uint8Array(512);
    const n = await conn.read(chunk);
    if (n === null) return;
    yield chunk.slice(0, n);
  }
}

async function* served(listener: Deno.TcpListener, most: number) {
  for (let i = 1; i <= most; i++) {
    const conn = await listener.accept();
    const address = { ...conn.remoteAddr };
    try {
      for await (const chunk of chunks(conn)) {
        let sent = 0;
        do {
          sent += await conn.write(chunk.subarray(sent));
        } while (sent < chunk.byteLength);
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    } finally {
      conn.close();
    }
    yield address;
  }
}

export async function echoOne(l: Deno.TcpListener): Promise<Deno.NetAddr> {
  const { value } = await served(l, 1).next();
  return value!;
}

export async function echoInTurn(
  l: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const all: Deno.NetAddr[] = [];
  for await (const one of served(l, clients)) all.push(one);
  return all;
}
