// Right: a class with recursion, and a console.log at every step.
interface Address {
  hostname: string;
  port: number;
}

class Channel {
  constructor(private c: Deno.TcpConn) {}
  async send(b: Uint8Array, at = 0): Promise<void> {
    console.log("send", at);
    if (at < b.length) {
      await this.send(b, at + await this.c.write(b.subarray(at, at + 65536)));
    }
  }
  async rest(sofar = new Uint8Array()): Promise<Uint8Array> {
    const b = new Uint8Array(1 << 20);
    const n = await this.c.read(b);
    console.log("read", n);
    if (n === null) return sofar;
    const x = new Uint8Array(sofar.length + n);
    x.set(sofar);
    x.set(b.subarray(0, n), sofar.length);
    return this.rest(x);
  }
  [Symbol.dispose]() {
    console.log("close");
    this.c.close();
  }
}
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  using c = new Channel(conn);
  await c.send(bytes);
}
export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using c = new Channel(conn);
  await c.send(request);
  await conn.closeWrite();
  return await c.rest();
}
export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  await using s = new AsyncDisposableStack();
  const c = s.use(
    await Deno.connect({ hostname: address.hostname, port: address.port }),
  );
  const r = await use(c);
  console.log(r);
  return r;
}
