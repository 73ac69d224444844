import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    using conn = await Deno.connect({ ...address, signal: limit });
    const hangUp = () => conn[Symbol.dispose]();
    limit.addEventListener("abort", hangUp);
    try {
      limit.throwIfAborted();
      for (let at = 0; at < question.length;) {
        at += await conn.write(question.subarray(at));
      }
      await conn.closeWrite();
      const parts: Uint8Array<ArrayBuffer>[] = [];
      const buffer = new Uint8Array(4096);
      while (true) {
        // Like socket.setTimeout() of Node.
        const timer = setTimeout(hangUp, 5_000);
        const n = await conn.read(buffer);
        clearTimeout(timer);
        if (n === null) return await new Blob(parts).bytes();
        parts.push(buffer.slice(0, n));
      }
    } finally {
      limit.removeEventListener("abort", hangUp);
    }
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new Deno.errors.TimedOut();
  }
}
