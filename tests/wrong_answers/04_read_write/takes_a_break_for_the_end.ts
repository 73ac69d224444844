export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(1024);
  const bytes: number[] = [];
  try {
    for (;;) {
      const n = await conn.read(buffer);
      if (n === null) break;
      bytes.push(...buffer.subarray(0, n));
    }
  } catch {
    // The other end is gone.
  }
  return Uint8Array.from(bytes);
}
