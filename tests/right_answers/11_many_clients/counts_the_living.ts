// Right: counts the services that run, in a class of its own.
const enc = new TextEncoder();
async function echo(c: Deno.TcpConn, size = 4096) {
  let t = 0;
  const b = new Uint8Array(size);
  for (let n; (n = await c.read(b)) !== null; t += n) {
    for (let at = 0; at < n;) {
      at += await c.write(b.subarray(at, n));
    }
  }
  return t;
}
async function num(c: Deno.TcpConn, i: number, size?: number) {
  try {
    const t = await echo(c, size);
    let l = enc.encode(`client ${i}: ${t} bytes\n`);
    while (l.length) l = l.subarray(await c.write(l));
  } catch (e) {
    console.log(e);
  } finally {
    c.close();
  }
}
class Server {
  n = 0;
  live = 0;
  done = Promise.withResolvers<void>();
  closed = false;
  async run(
    l: Deno.TcpListener,
    f: (c: Deno.TcpConn, i: number) => Promise<unknown>,
  ) {
    for await (const c of l) {
      this.live++;
      f(c, ++this.n).catch(() => {}).finally(() => {
        try {
          c.close();
        } catch { /**/ }
        this.live--;
        if (this.closed && !this.live) this.done.resolve();
      });
    }
    this.closed = true;
    if (this.live) await this.done.promise;
  }
}
export const serveEcho = async (l: Deno.TcpListener) => {
  await new Server().run(l, (c) => echo(c));
};
export const serveNumbered = async (l: Deno.TcpListener) => {
  await new Server().run(l, num);
};
