// Answers queue up behind the reading; the open services are counted.

type Address = { hostname: string; port: number };

export async function server(
  address: Address,
  ready: (a: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  if (stop.aborted) return;
  const l = Deno.listen(address);
  ready(l.addr as Deno.NetAddr);
  let open = 0;
  const idle = Promise.withResolvers<void>();
  let done = false;
  const check = () => {
    if (done && open === 0) idle.resolve();
  };
  stop.addEventListener("abort", () => {
    l.close();
    done = true;
    queueMicrotask(check);
  });
  for await (const c of l) {
    open++;
    serve(c).catch(() => {}).finally(() => {
      try {
        c.close();
      } catch {}
      open--;
      check();
    });
  }
  check();
  await idle.promise;
}
async function serve(c: Deno.TcpConn) {
  let chain: Promise<void> = Promise.resolve();
  let k = 0;
  let rest = new Uint8Array(0);
  const say = (bytes: Uint8Array) => {
    const n = ++k;
    chain = chain.then(async () => {
      let b: Uint8Array<ArrayBuffer> = new TextEncoder().encode(
        `${n}: ${new TextDecoder().decode(bytes)}\n`,
      );
      while (b.length) b = b.subarray(await c.write(b));
    });
    chain.catch(() => {});
  };
  const buf = new Uint8Array(4096);
  for (let n; (n = await c.read(buf)) !== null;) {
    const all = new Uint8Array(rest.length + n);
    all.set(rest);
    all.set(buf.subarray(0, n), rest.length);
    rest = all;
    for (let i; (i = rest.indexOf(10)) >= 0;) {
      say(rest.slice(0, i));
      rest = rest.slice(i + 1);
    }
  }
  if (rest.length) say(rest);
  await chain;
}
export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  await using stack = new AsyncDisposableStack();
  const c = await Deno.connect(address);
  stack.defer(() => {
    try {
      c.close();
    } catch {}
  });
  const w = c.writable.getWriter();
  const sending = (async () => {
    for (const x of lines) await w.write(new TextEncoder().encode(x + "\n"));
    await c.closeWrite();
  })();
  const parts: Uint8Array[] = [];
  const buf = new Uint8Array(1 << 20);
  const reading = (async () => {
    for (let n; (n = await c.read(buf)) !== null;) parts.push(buf.slice(0, n));
  })();
  await Promise.all([sending, reading]);
  const text = await new Blob(parts as BlobPart[]).text();
  const out = text.match(/[^\n]*\n/g)?.map((x) => x.slice(0, -1)) ?? [];
  if (out.length < lines.length) {
    throw new Deno.errors.UnexpectedEof("few answers");
  }
  return out;
}
