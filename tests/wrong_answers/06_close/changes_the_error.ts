export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
  } catch (error) {
    throw new Error(`cannot send: ${error}`);
  } finally {
    conn.close();
  }
}
