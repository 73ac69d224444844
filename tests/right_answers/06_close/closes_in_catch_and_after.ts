// Right: close() in catch and after it; writes and reads side by side.
interface Address {
  hostname: string;
  port: number;
}

const writeAll = async (c: Deno.TcpConn, b: Uint8Array) => {
  let rest = b;
  while (rest.length > 0) {
    const n = await c.write(rest);
    rest = rest.subarray(n);
  }
};
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeAll(conn, bytes);
  } catch (e) {
    conn.close();
    throw e;
  }
  conn.close();
}
export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  let answer = new Uint8Array(16), n = 0;
  try {
    const writing = (async () => {
      await writeAll(conn, request);
      await conn.closeWrite();
    })();
    const reading = (async () => {
      for (;;) {
        if (n === answer.length) {
          const bigger = new Uint8Array(2 * n);
          bigger.set(answer);
          answer = bigger;
        }
        const k = await conn.read(answer.subarray(n));
        if (k === null) return;
        n += k;
      }
    })();
    await Promise.all([writing, reading]);
  } finally {
    conn.close();
  }
  return answer.slice(0, n);
}
export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect(address);
  let result: T;
  try {
    result = await use(conn);
  } catch (e) {
    try {
      conn.close();
    } catch { /**/ }
    throw e;
  }
  try {
    conn.close();
  } catch (e) {
    if (!(e instanceof Deno.errors.BadResource)) throw e;
  }
  return result;
}
