// Refused by: readExactly() collects a message that comes in pieces
// Must say: It brought 3 of 11 bytes
export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  const n = await conn.read(message);
  if (n === null) throw new Deno.errors.UnexpectedEof();
  return message;
}
