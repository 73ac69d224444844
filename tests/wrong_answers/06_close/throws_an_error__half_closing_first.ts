export * from "../../../solutions/06_close/close.ts";

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array) {
  for (let n = 0; n < bytes.length;) n += await conn.write(bytes.subarray(n));
}

async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const all: number[] = [];
  const buffer = new Uint8Array(4096);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    all.push(...buffer.subarray(0, n));
  }
  return Uint8Array.from(all);
}

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _ = conn;
  await conn.closeWrite();
  await writeAll(conn, request);
  return await readToEnd(conn);
}
