// Right: try and finally in every place.
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeAll(conn, bytes);
  } finally {
    conn.close();
  }
}

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  try {
    await writeAll(conn, request);
    await conn.closeWrite();
    const one = new Uint8Array(1);
    const answer: number[] = [];
    while (await conn.read(one) !== null) answer.push(one[0]);
    return Uint8Array.from(answer);
  } finally {
    conn.close();
  }
}

export async function withConnection<T>(
  address: { hostname: string; port: number },
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect(address);
  try {
    return await use(conn);
  } finally {
    try {
      conn.close();
    } catch {
      // `use` has closed it.
    }
  }
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at, at + 5000));
  }
}
