export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  for (let at = 0; at < size - 1;) {
    const n = await conn.read(message.subarray(at));
    if (n === null) throw new Deno.errors.UnexpectedEof("the end");
    at += n;
  }
  return message;
}
