// Right: a stack closes, a generator reads, and the error waits for the close.
interface Address {
  hostname: string;
  port: number;
}

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => conn.close());
  for (let rest = bytes; rest.length > 0;) {
    rest = rest.subarray(await conn.write(rest));
  }
}

async function* answerOf(conn: Deno.TcpConn) {
  while (true) {
    const buffer = new Uint8Array(8192);
    const n = await conn.read(buffer);
    if (n === null) return;
    yield buffer.subarray(0, n);
  }
}

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => conn.close());
  for (let at = 0; at < request.length;) {
    at += await conn.write(request.subarray(at));
  }
  await conn.closeWrite();
  const pieces = await Array.fromAsync(answerOf(conn));
  return await new Blob(pieces).bytes();
}

export async function withConnection<T>(
  { hostname, port }: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect({ hostname, port });
  const [{ status, ...outcome }] = await Promise.allSettled([
    Promise.try(use, conn),
  ]);
  conn[Symbol.dispose]();
  if (status === "rejected") throw (outcome as PromiseRejectedResult).reason;
  return (outcome as PromiseFulfilledResult<T>).value;
}
