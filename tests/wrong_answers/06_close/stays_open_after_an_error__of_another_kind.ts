export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeAll(conn, bytes);
    conn.close();
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) conn.close();
    throw error;
  }
}

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}
