export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  using _closing = conn;
  for (let at = 0; at < request.length;) {
    at += await conn.write(request.subarray(at));
  }
  await conn.closeWrite();
  const answer = new Uint8Array(64 * 1024);
  let size = 0;
  while (size < answer.length) {
    const n = await conn.read(answer.subarray(size));
    if (n === null) break;
    size += n;
  }
  return answer.slice(0, size);
}
