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
