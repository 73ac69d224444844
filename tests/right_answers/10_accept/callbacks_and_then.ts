// Right: no await in the echo, only then(), and a reduce over promises.
export function ports(l: Deno.TcpListener, c: Deno.TcpConn) {
  const listening = l.addr.port;
  return { listening, connection: listening, client: c.remoteAddr.port };
}
function pump(conn: Deno.TcpConn, done: () => void) {
  const b = new Uint8Array(5000);
  const next = () =>
    conn.read(b).then((n) => n === null ? end() : put(b.subarray(0, n)), end);
  const put = (p: Uint8Array): Promise<void> | void =>
    p.length ? conn.write(p).then((n) => put(p.subarray(n)), end) : void next();
  const end = () => {
    conn.close();
    done();
  };
  next();
}
export function echoOne(listener: Deno.TcpListener): Promise<Deno.NetAddr> {
  return new Promise((ok, no) => {
    listener.accept().then((c) => pump(c, () => ok(c.remoteAddr)), no);
  });
}
export async function echoInTurn(listener: Deno.TcpListener, n: number) {
  const out: Deno.NetAddr[] = [];
  return await Array.from({ length: n }).reduce<Promise<Deno.NetAddr[]>>(
    async (p) => {
      await p;
      out.push(await echoOne(listener));
      return out;
    },
    Promise.resolve(out),
  );
}
