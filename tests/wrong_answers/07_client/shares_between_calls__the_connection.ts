import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

let conn: Deno.TcpConn | undefined;

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    conn = await Deno.connect({ ...address, signal: limit });
    using _stop = onEnd(limit, () => conn?.[Symbol.dispose]());
    limit.throwIfAborted();
    for (let at = 0; at < question.length;) {
      at += await conn.write(question.subarray(at));
    }
    await conn.closeWrite();
    const buffer = new Uint8Array(4096);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let n; (n = await conn.read(buffer)) !== null;) {
      parts.push(buffer.slice(0, n));
    }
    return await new Blob(parts).bytes();
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new Deno.errors.TimedOut();
  } finally {
    conn?.[Symbol.dispose]();
  }
}

function onEnd(limit: AbortSignal, act: () => void): Disposable {
  limit.addEventListener("abort", act);
  return { [Symbol.dispose]: () => limit.removeEventListener("abort", act) };
}
