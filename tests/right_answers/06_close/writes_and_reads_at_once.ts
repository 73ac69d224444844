// Right: reads while it writes, and closes with a catch on each way out.
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeAll(conn, bytes);
  } catch (error) {
    conn.close();
    throw error;
  }
  conn.close();
}

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  const writing = writeAll(conn, request).then(() => conn.closeWrite());
  const reading = readToEnd(conn);
  try {
    const [answer] = await Promise.all([reading, writing]);
    return answer;
  } finally {
    conn.close();
    await Promise.allSettled([reading, writing]);
  }
}

export async function withConnection<T>(
  address: { hostname: string; port: number },
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  using conn = await Deno.connect(address);
  const result = await use(conn);
  console.log("the work is done", result);
  return result;
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return;
  await writeAll(conn, bytes.subarray(await conn.write(bytes)));
}

async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const buffer = new Uint8Array(1024 * 1024);
    const n = await conn.read(buffer);
    if (n === null) break;
    parts.push(buffer.subarray(0, n));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
