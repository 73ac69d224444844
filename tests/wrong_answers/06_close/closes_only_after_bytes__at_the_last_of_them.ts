export * from "../../../solutions/06_close/close.ts";

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += await conn.write(bytes.subarray(done));
    } catch (error) {
      conn.close();
      throw error;
    }
    if (done === bytes.length) conn.close();
  }
}
