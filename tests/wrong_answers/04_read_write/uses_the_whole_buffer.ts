export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const chunks: number[] = [];
  while (true) {
    const buffer = new Uint8Array(1024);
    const n = await conn.read(buffer);
    if (n === null) return Uint8Array.from(chunks);
    chunks.push(...buffer);
  }
}
