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
      let rest = question;
      while (rest.length > 0) {
        const n = await conn.write(rest);
        rest = n === rest.length ? rest.subarray(n) : rest.subarray(n - 1);
      }
      await conn.closeWrite();
      const parts: Uint8Array<ArrayBuffer>[] = [];
      const buffer = new Uint8Array(4096);
      for (let n; (n = await conn.read(buffer)) !== null;) {
        parts.push(buffer.slice(0, n));
      }
      return await new Blob(parts).bytes();
    } finally {
      limit.removeEventListener("abort", hangUp);
    }
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new Deno.errors.TimedOut();
  }
}
