// Right, if slow: a buffer of eight bytes, and one of a single byte.
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
export async function serveEcho(listener: Deno.TcpListener) {
  const all: Promise<unknown>[] = [];
  for await (const c of listener) {
    all.push(echo(c, 8).catch(() => {}).finally(() => c.close()));
  }
  await Promise.all(all);
}
export async function serveNumbered(listener: Deno.TcpListener) {
  const all: Promise<unknown>[] = [];
  let i = 0;
  for await (const c of listener) all.push(num(c, ++i, 1));
  await Promise.all(all);
}
