export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const n = await conn.read(message.subarray(filled));
    if (n === null) throw new Error("connection closed");
    filled += n;
  }
  return message;
}
