// Right: streams that close at their end, and then() in the place of await.
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await new Blob([bytes]).stream().pipeTo(conn.writable);
}

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using stack = new DisposableStack();
  stack.defer(() => conn[Symbol.dispose]());
  const writer = conn.writable.getWriter();
  await writer.write(request);
  await conn.closeWrite();
  return new Uint8Array(await new Response(conn.readable).arrayBuffer());
}

export function withConnection<T>(
  address: { hostname: string; port: number },
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  return Deno.connect(address).then((conn) =>
    Promise.try(use, conn).finally(() => conn[Symbol.dispose]())
  );
}
