export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using talking = conn;
  let rest = request;
  while (rest.length > 0) rest = rest.subarray(await talking.write(rest));
  return await readToEnd(talking);
}

async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const buffer = new Uint8Array(1024);
  const bytes: number[] = [];
  for (;;) {
    const n = await conn.read(buffer);
    if (n === null) return Uint8Array.from(bytes);
    bytes.push(...buffer.subarray(0, n));
  }
}
