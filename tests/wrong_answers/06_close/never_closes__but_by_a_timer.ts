export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeAll(conn, bytes);
  } finally {
    setTimeout(() => conn.close(), 100);
  }
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
