export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const bytes: number[] = [];
  const one = new Uint8Array(1);
  do {
    const n = await conn.read(one);
    if (n === null) throw new Deno.errors.UnexpectedEof();
    bytes.push(one[0]);
  } while (bytes.length < size);
  return Uint8Array.from(bytes);
}
