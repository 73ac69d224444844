// Right: Web streams, and an accept loop that catches BadResource itself.
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
    all.push(
      c.readable.pipeTo(c.writable).catch((e) => console.log(String(e))),
    );
  }
  await Promise.all(all);
}
export async function serveNumbered(listener: Deno.TcpListener) {
  const all: Promise<unknown>[] = [];
  try {
    for (let i = 1;; i++) all.push(num(await listener.accept(), i));
  } catch (e) {
    if (
      !(e instanceof Deno.errors.BadResource ||
        e instanceof Deno.errors.Interrupted)
    ) throw e;
  }
  await Promise.allSettled(all);
}
