export * from "../../../solutions/04_read_write/read_write.ts";

let shared = new Uint8Array(64);

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  if (shared.length < size) shared = new Uint8Array(size);
  const message = shared.subarray(0, size);
  let at = 0;
  while (at < size) {
    const n = await conn.read(message.subarray(at));
    if (n === null) throw new Deno.errors.UnexpectedEof("the stream ended");
    at += n;
  }
  return message;
}
