// Right: each accept starts the next one, without a loop or a list.
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
export function serveEcho(listener: Deno.TcpListener): Promise<void> {
  return listener.accept().then(async (c) => {
    await Promise.all([
      serveEcho(listener),
      echo(c, 1 << 20).catch(() => {}).then(() => c.close()),
    ]);
  }, () => {});
}
function step(l: Deno.TcpListener, i: number): Promise<void> {
  return l.accept().then(async (c) => {
    await Promise.all([step(l, i + 1), num(c, i)]);
  }, () => {});
}
export const serveNumbered = (l: Deno.TcpListener) => step(l, 1);
