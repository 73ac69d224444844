export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _closing = conn;
  try {
    await writeAll(conn, request);
    await conn.closeWrite();
  } catch {
    // The server has hung up; perhaps its answer is there already.
  }
  return await readToEnd(conn);
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}

async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  while (true) {
    const buffer = new Uint8Array(4096);
    const n = await conn.read(buffer);
    if (n === null) break;
    parts.push(buffer.subarray(0, n));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
