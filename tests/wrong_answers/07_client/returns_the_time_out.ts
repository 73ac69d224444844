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
      let sent = 0;
      while (sent < question.length) {
        sent += await conn.write(question.subarray(sent));
      }
      await conn.closeWrite();
      const parts: Uint8Array<ArrayBuffer>[] = [];
      const buffer = new Uint8Array(8192);
      for (;;) {
        const n = await conn.read(buffer);
        if (n === null) break;
        parts.push(buffer.slice(0, n));
      }
      return await new Blob(parts).bytes();
    } finally {
      limit.removeEventListener("abort", hangUp);
    }
  } catch (error) {
    if (limit.aborted) {
      return new Deno.errors.TimedOut("limit") as unknown as Uint8Array;
    }
    throw error;
  }
}
