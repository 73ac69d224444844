import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    using conn = await Deno.connect({ ...address, signal: limit });
    limit.onabort = () => conn[Symbol.dispose]();
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
    limit.onabort = null;
    return await new Blob(parts).bytes();
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new Deno.errors.TimedOut();
  }
}
