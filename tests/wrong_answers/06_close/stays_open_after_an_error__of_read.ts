export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  let rest = request;
  while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
  await conn.closeWrite();
  const buffer = new Uint8Array(1024);
  const bytes: number[] = [];
  for (;;) {
    const n = await conn.read(buffer);
    if (n === null) {
      conn.close();
      return Uint8Array.from(bytes);
    }
    bytes.push(...buffer.subarray(0, n));
  }
}
