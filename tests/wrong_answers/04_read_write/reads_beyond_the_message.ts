export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const buffer = new Uint8Array(1024);
  let filled = 0;
  while (filled < size) {
    const n = await conn.read(buffer.subarray(filled));
    if (n === null) throw new Deno.errors.UnexpectedEof();
    filled += n;
  }
  return buffer.slice(0, size);
}
