// Right, if slow: a buffer of one byte, a prepared array, and much printing.
export function ports(l: Deno.TcpListener, c: Deno.TcpConn) {
  const listening = l.addr.port;
  return { listening, connection: listening, client: c.remoteAddr.port };
}
export async function echoOne(listener: Deno.TcpListener) {
  const conn = await listener.accept();
  const b = new Uint8Array(1);
  try {
    for (;;) {
      const n = await conn.read(b);
      if (n === null) break;
      while (!(await conn.write(b)));
    }
  } catch (e) {
    console.error(e);
  }
  conn.close();
  return conn.remoteAddr;
}
export async function echoInTurn(
  listener: Deno.TcpListener,
  n: number,
): Promise<Deno.NetAddr[]> {
  const list = new Array(n);
  for (let i = 0; i < n; i++) {
    console.log("client", i);
    list[i] = await echoOne(listener);
  }
  return list;
}
