export * from "../../../solutions/06_close/close.ts";

async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
}

// deno-lint-ignore require-await
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    writeAll(conn, bytes);
  } finally {
    conn.close();
  }
}
