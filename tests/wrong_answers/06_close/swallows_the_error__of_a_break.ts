export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  const bytes: number[] = [];
  try {
    let rest = request;
    while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
    await conn.closeWrite();
    const buffer = new Uint8Array(1024);
    for (;;) {
      const n = await conn.read(buffer);
      if (n === null) break;
      bytes.push(...buffer.subarray(0, n));
    }
  } catch {
    // What has come so far will do.
  }
  conn.close();
  return Uint8Array.from(bytes);
}
