export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const n = await conn.read(message.subarray(at));
    if (n === null) {
      conn.close();
      throw new Deno.errors.UnexpectedEof("the stream ended");
    }
    at += n;
  }
  return message;
}
