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
  const most = 1024 * 1024;
  const answer: number[] = [];
  const buffer = new Uint8Array(16 * 1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    answer.push(...buffer.subarray(0, Math.min(n, most - answer.length)));
  }
  return Uint8Array.from(answer);
}
