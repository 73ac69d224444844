// Right: Web streams, try and finally, and recursion in place of a loop.
export function ports(l: Deno.TcpListener, c: Deno.TcpConn) {
  const listening = l.addr.port;
  return { listening, connection: listening, client: c.remoteAddr.port };
}
export async function echoOne(listener: Deno.TcpListener) {
  const conn = await listener.accept();
  const { hostname, port, transport } = conn.remoteAddr;
  try {
    await conn.readable.pipeTo(conn.writable);
  } catch (e) {
    console.log("gone", e);
  } finally {
    try {
      conn.close();
    } catch { /* closed */ }
  }
  return { port, hostname, transport };
}
export async function echoInTurn(
  listener: Deno.TcpListener,
  n: number,
): Promise<Deno.NetAddr[]> {
  if (n <= 0) return [];
  return [await echoOne(listener), ...await echoInTurn(listener, n - 1)];
}
