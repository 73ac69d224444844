// Right: chunks of a readable, written by a writer; a set of promises.
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
async function one(c: Deno.TcpConn) {
  const w = c.writable.getWriter();
  try {
    for await (const x of c.readable) await w.write(x);
  } catch { /**/ }
}
export async function serveEcho(l: Deno.TcpListener) {
  const s = new Set<Promise<void>>();
  for await (const c of l) s.add(one(c));
  await Promise.all(s);
}
export async function serveNumbered(l: Deno.TcpListener) {
  const s = new Set<Promise<void>>();
  for await (const c of l) s.add(num(c, s.size + 1));
  await Promise.all(s);
}
