// Streams that decode and split, generators, and much printing.

type Address = { hostname: string; port: number };

const split = () => {
  let rest = "";
  return new TransformStream<string, string>({
    transform(s, c) {
      const p = (rest + s).split("\n");
      rest = p.pop()!;
      for (const x of p) c.enqueue(x);
    },
    flush(c) {
      if (rest) c.enqueue(rest);
    },
  });
};
export async function server(
  address: Address,
  ready: (a: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  using l = Deno.listen({
    hostname: address.hostname,
    port: address.port,
    tcpBacklog: 10,
  });
  const jobs: Promise<unknown>[] = [];
  stop.addEventListener("abort", () => l.close());
  if (stop.aborted) return;
  setTimeout(() => ready(l.addr as Deno.NetAddr), 0);
  for await (const c of l) {
    jobs.push(
      serve(c).catch((e) => console.log("bad", e)).finally(() => {
        try {
          c.close();
        } catch { /* */ }
      }),
    );
  }
  await Promise.all(jobs);
}
async function* chunks(c: Deno.TcpConn) {
  const b = new Uint8Array(512);
  for (let n; (n = await c.read(b)) !== null;) yield b.slice(0, n);
}
async function serve(c: Deno.TcpConn) {
  let k = 0;
  for await (
    const line of ReadableStream.from(chunks(c)).pipeThrough(
      new TextDecoderStream(),
    ).pipeThrough(split())
  ) {
    console.log("line", line.slice(0, 20));
    let b = new TextEncoder().encode(`${++k}: ${line}\n`);
    while (b.length) b = b.subarray(await c.write(b));
  }
}
export const client = async (
  address: Address,
  lines: string[],
): Promise<string[]> => {
  using c = await Deno.connect(
    { ...address, transport: "tcp", noDelay: true } as Deno.ConnectOptions,
  );
  const write = async (i: number): Promise<void> => {
    if (i === lines.length) return c.closeWrite();
    let b = new TextEncoder().encode(lines[i] + "\n");
    while (b.length) b = b.subarray(await c.write(b));
    return write(i + 1);
  };
  const read = async () => {
    let t = "";
    const d = new TextDecoder();
    for await (const x of chunks(c)) t += d.decode(x, { stream: true });
    return t.slice(0, t.lastIndexOf("\n") + 1);
  };
  const [, t] = await Promise.all([write(0), read()]);
  const a = t.split("\n");
  a.pop();
  if (a.length < lines.length) throw new Deno.errors.UnexpectedEof("x");
  return a;
};
