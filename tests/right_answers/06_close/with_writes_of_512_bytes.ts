// Right: small pieces both ways, `using` and `finally` side by side.
interface Address {
  hostname: string;
  port: number;
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array) {
  let sent = 0;
  while (sent < bytes.length) {
    sent += await conn.write(bytes.subarray(sent, sent + 512));
  }
}

export async function sendAndClose(conn: Deno.TcpConn, bytes: Uint8Array) {
  try {
    await writeAll(conn, bytes);
  } finally {
    conn.close();
  }
}

export async function converse(conn: Deno.TcpConn, request: Uint8Array) {
  using _closing = conn;
  await writeAll(conn, request);
  await conn.closeWrite();
  const answer: number[] = [];
  const piece = new Uint8Array(16);
  for (let n; (n = await conn.read(piece)) !== null;) {
    answer.push(...piece.subarray(0, n));
  }
  return new Uint8Array(answer);
}

export async function withConnection<T>(
  address: Address,
  use: (conn: Deno.TcpConn) => Promise<T>,
): Promise<T> {
  const conn = await Deno.connect({ ...address });
  using _closing = conn;
  return await use(conn);
}
