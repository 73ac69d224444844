// Streams, Promise.allSettled, and a close that forgives a second one.
import type { Address } from "../../../solutions/07_client/client.ts";
export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  let conn: Deno.TcpConn | undefined;
  const close = () => {
    try {
      conn?.close();
    } catch { /* closed */ }
  };
  limit.addEventListener("abort", close, { once: true });
  try {
    conn = await Deno.connect({ ...address, signal: limit });
    if (limit.aborted) close();
    const w = conn.writable.getWriter();
    await w.write(question);
    w.releaseLock();
    await conn.closeWrite();
    return await new Response(conn.readable).bytes();
  } catch (e) {
    if (limit.aborted) throw new Deno.errors.TimedOut("late");
    throw e;
  } finally {
    limit.removeEventListener("abort", close);
    close();
  }
}
export async function requestEach(
  a: Address[],
  q: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
) {
  return (await Promise.allSettled(a.map((x) => request(x, q, limit)))).map((
    r,
  ) => r.status === "fulfilled" ? r.value : r.reason);
}
