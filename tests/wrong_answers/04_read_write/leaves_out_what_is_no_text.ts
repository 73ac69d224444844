export * from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(16 * 1024);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let n; (n = await conn.read(buffer)) !== null;) {
    // No byte of UTF-8 is larger than F4.
    pieces.push(buffer.slice(0, n).filter((byte) => byte < 0xf5));
  }
  return new TextDecoder().decode(await new Blob(pieces).bytes());
}
