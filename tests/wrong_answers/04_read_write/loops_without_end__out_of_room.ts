export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(64 * 1024);
  let filled = 0;
  for (;;) {
    const n = await conn.read(buffer.subarray(filled));
    if (n === null) return buffer.subarray(0, filled);
    filled += n;
  }
}
