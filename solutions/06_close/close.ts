/** Where a server listens. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Writes everything and then closes the connection (close(2)), also when
 * writing fails; that error is thrown on.
 */
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  using _closing = conn;
  await writeAll(conn, bytes);
}

/**
 * Sends the request, ends the sending half (shutdown(2) with SHUT_WR), reads
 * the answer to the end of the stream and closes the connection on every way
 * out.
 */
export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _closing = conn;
  await writeAll(conn, request);
  // Only this tells the other end that the request is complete. close() would
  // tell it too, but it would also give the answer away.
  await conn.closeWrite();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const buffer = new Uint8Array(64 * 1024);
  for (;;) {
    const n = await conn.read(buffer);
    if (n === null) break;
    chunks.push(buffer.slice(0, n));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * Connects, lets `use` work with the connection, and closes it whatever comes
 * of that, even if `use` has closed it before. Gives back what `use` gives.
 */
export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  // `using` closes a connection that is still open, and only such a one. It
  // does so when the block is left, hence the `await`: `use` must be done.
  using conn = await Deno.connect({ ...address });
  return await use(conn);
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
}

if (import.meta.main) {
  const [hostname = "127.0.0.1", port = "8080"] = Deno.args;
  const address = { hostname, port: Number(port) };
  const request = new TextEncoder().encode("안녕하세요\n");
  const answer = await withConnection(
    address,
    (conn) => converse(conn, request),
  );
  console.log(new TextDecoder().decode(answer));
}
