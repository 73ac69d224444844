export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  // "No message is longer."
  const room = message.subarray(0, 1024 * 1024);
  let filled = 0;
  while (filled < room.length) {
    const n = await conn.read(room.subarray(filled));
    if (n === null) throw new Deno.errors.UnexpectedEof("the stream ended");
    filled += n;
  }
  return message;
}
