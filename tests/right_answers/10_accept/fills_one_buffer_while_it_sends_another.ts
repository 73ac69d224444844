// Right: reads ahead into a second buffer, and closes by a stack.
export function ports(listener: Deno.TcpListener, conn: Deno.TcpConn) {
  const [listening, connection, client] = [
    listener.addr,
    conn.localAddr,
    conn.remoteAddr,
  ].map(({ port }) => port);
  return { listening, connection, client };
}

export async function echoOne(listener: Deno.TcpListener) {
  await using stack = new AsyncDisposableStack();
  const conn = stack.use(await listener.accept());
  const { remoteAddr } = conn;
  await relay(conn).catch((error) => console.warn("gone:", String(error)));
  return remoteAddr;
}

async function relay(conn: Deno.TcpConn) {
  let [mine, other] = [new Uint8Array(3000), new Uint8Array(3000)];
  let sending: Promise<void> = Promise.resolve();
  for (let n; (n = await conn.read(mine)) !== null;) {
    await sending;
    sending = send(conn, mine.subarray(0, n));
    // Its error is met by the next await.
    sending.catch(() => {});
    [mine, other] = [other, mine];
  }
  await sending;
}

async function send(conn: Deno.TcpConn, bytes: Uint8Array) {
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}

export const echoInTurn = (listener: Deno.TcpListener, clients: number) =>
  Array.fromAsync({ length: clients }, () => echoOne(listener));
