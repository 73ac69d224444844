export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(4096);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    // "Nothing for 100 ms: that was all."
    const n = await Promise.race([conn.read(buffer), silence(100)]);
    if (n === null) return await new Blob(pieces).bytes();
    pieces.push(buffer.slice(0, n));
  }
}

function silence(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
