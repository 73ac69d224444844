export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(64 * 1024);
  const bytes: number[] = [];
  let n = (await conn.read(buffer))!;
  // As in C, where 0 is the end.
  while (n !== 0) {
    bytes.push(...buffer.subarray(0, n));
    n = (await conn.read(buffer))!;
  }
  return Uint8Array.from(bytes);
}
