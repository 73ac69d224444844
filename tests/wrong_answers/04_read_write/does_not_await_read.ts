export * from "../../../solutions/04_read_write/read_write.ts";

export function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  conn.read(message);
  return Promise.resolve(message);
}
