// A megabyte of buffer, a stream's writer, and a Response that reads.

type Address = { hostname: string; port: number };

export async function server(
  address: Address,
  ready: (a: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  const listener = Deno.listen(address);
  ready(listener.addr as Deno.NetAddr);
  const stopped = new Promise<void>((r) => {
    if (stop.aborted) r();
    else stop.addEventListener("abort", () => r());
  });
  const running = new Set<Promise<void>>();
  (async () => {
    try {
      for (;;) {
        const c = await listener.accept();
        const p: Promise<void> = handle(c).catch(() => {}).then(() => {
          running.delete(p);
        });
        running.add(p);
      }
    } catch { /* closed */ }
  })();
  await stopped;
  listener.close();
  await new Promise((r) => setTimeout(r, 0));
  while (running.size) await Promise.race(running);
}
async function handle(c: Deno.TcpConn) {
  using _c = c;
  const big = new Uint8Array(1 << 20);
  const dec = new TextDecoder("utf-8");
  const w = c.writable.getWriter();
  let n = 0, text = "";
  const enc = new TextEncoder();
  while (true) {
    const r = await c.read(big);
    text += r === null
      ? dec.decode()
      : dec.decode(big.subarray(0, r), { stream: true });
    let at;
    while ((at = text.indexOf("\n")) >= 0) {
      await w.write(enc.encode(`${++n}: ${text.slice(0, at)}\n`));
      text = text.slice(at + 1);
    }
    if (r === null) {
      if (text) await w.write(enc.encode(`${++n}: ${text}\n`));
      break;
    }
  }
}
export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  const c = await Deno.connect(address);
  const text = new Response(c.readable).text();
  text.catch(() => {});
  const bytes = new TextEncoder().encode(lines.map((l) => l + "\n").join(""));
  let at = 0;
  while (at < bytes.length) at += await c.write(bytes.subarray(at));
  await c.closeWrite();
  const got = (await text).split("\n").slice(0, -1);
  if (got.length < lines.length) throw new Deno.errors.UnexpectedEof();
  return got;
}
