export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _closing = conn;
  let rest = request;
  while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
  await conn.closeWrite().catch(() => {});
  const bytes: number[] = [];
  const buffer = new Uint8Array(1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    bytes.push(...buffer.subarray(0, n));
  }
  return Uint8Array.from(bytes);
}
