export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(64 * 1024);
  let size = 0;
  // A full buffer ends the loop as well as null does.
  while (size < buffer.length) {
    const n = await conn.read(buffer.subarray(size));
    if (n === null) break;
    size += n;
  }
  return buffer.slice(0, size);
}
