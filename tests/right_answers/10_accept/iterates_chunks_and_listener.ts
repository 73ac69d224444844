// Right: chunks of a readable, and the listener's iterator asked by hand.
export function ports(l: Deno.TcpListener, c: Deno.TcpConn) {
  const listening = l.addr.port;
  return { listening, connection: listening, client: c.remoteAddr.port };
}
export async function echoOne(listener: Deno.TcpListener) {
  const conn = (await listener.accept())!;
  const to = conn.writable.getWriter();
  try {
    for await (const chunk of conn.readable) await to.write(chunk);
  } catch { /**/ }
  return conn.remoteAddr;
}
export const echoInTurn = async (listener: Deno.TcpListener, n: number) => {
  const r: Deno.NetAddr[] = [];
  const it = listener[Symbol.asyncIterator]();
  while (n-- > 0) {
    const { value: conn } = await it.next();
    r.push(conn.remoteAddr);
    const b = new Uint8Array(1 << 20);
    try {
      let k;
      while ((k = await conn.read(b)) !== null) {
        let part = b.subarray(0, k);
        while (part.length) part = part.subarray(await conn.write(part));
      }
    } catch {
      /**/
    } finally {
      conn.close();
    }
  }
  return r;
};
