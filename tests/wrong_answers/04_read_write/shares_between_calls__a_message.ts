export * from "../../../solutions/04_read_write/read_write.ts";

let message = new Uint8Array(0);
let filled = 0;

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  message = new Uint8Array(size);
  filled = 0;
  while (filled < size) {
    const n = await conn.read(message.subarray(filled));
    if (n === null) throw new Deno.errors.UnexpectedEof("the stream ended");
    filled += n;
  }
  return message;
}
