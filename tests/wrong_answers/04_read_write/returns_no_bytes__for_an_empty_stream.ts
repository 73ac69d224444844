export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(
  conn: Deno.TcpConn,
): Promise<Uint8Array | null> {
  const buffer = new Uint8Array(64 * 1024);
  let whole: number[] | null = null;
  for (;;) {
    const n = await conn.read(buffer);
    if (n === null) return whole && Uint8Array.from(whole);
    whole = [...whole ?? [], ...buffer.subarray(0, n)];
  }
}
