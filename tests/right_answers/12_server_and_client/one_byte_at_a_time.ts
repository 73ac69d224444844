// Buffers of one byte, recursion, and try with finally.

type Address = { hostname: string; port: number };

export function server(
  address: Address,
  ready: (a: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  const listener = Deno.listen({
    transport: "tcp",
    hostname: address.hostname,
    port: address.port,
  });
  const all: Promise<void>[] = [];
  stop.onabort = () => {
    console.log("stopping");
    listener.close();
  };
  const acceptNext = (): Promise<void> =>
    listener.accept().then((c) => {
      all.push(one(c).catch(() => {}));
      return acceptNext();
    }, (e) => {
      if (!stop.aborted) throw e;
    });
  const loop = acceptNext();
  if (stop.aborted) listener.close();
  ready(listener.addr as Deno.NetAddr);
  return loop.then(() => Promise.allSettled(all)).then(() => {});
}
async function one(c: Deno.TcpConn) {
  const b = new Uint8Array(1);
  let line: number[] = [];
  let i = 0;
  try {
    while (true) {
      const n = await c.read(b);
      if (n === null) break;
      if (b[0] === 10) {
        await put(
          c,
          new TextEncoder().encode(
            (++i) + ": " + new TextDecoder().decode(Uint8Array.from(line)) +
              "\n",
          ),
        );
        line = [];
      } else line.push(b[0]);
    }
    if (line.length) {
      await put(
        c,
        new TextEncoder().encode(
          (++i) + ": " + new TextDecoder().decode(Uint8Array.from(line)) + "\n",
        ),
      );
    }
  } finally {
    c.close();
  }
}
async function put(c: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return;
  return put(c, bytes.subarray(await c.write(bytes)));
}
export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  const c = await Deno.connect(address);
  try {
    const sending = (async () => {
      for (const l of lines) await put(c, new TextEncoder().encode(l + "\n"));
      await c.closeWrite();
    })();
    // Its error is met below, whatever the reading does before.
    sending.catch(() => {});
    const out: string[] = [];
    let line: number[] = [];
    const b = new Uint8Array(1);
    while (await c.read(b) !== null) {
      if (b[0] === 10) {
        out.push(new TextDecoder().decode(Uint8Array.from(line)));
        line = [];
      } else line.push(b[0]);
    }
    await sending;
    if (out.length < lines.length) throw new Deno.errors.UnexpectedEof("few");
    return out;
  } finally {
    c.close();
  }
}
