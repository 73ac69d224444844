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
      question = new TextEncoder().encode(new TextDecoder().decode(question));
      let sent = 0;
      while (sent < question.length) {
        sent += await conn.write(question.subarray(sent));
      }
      await conn.closeWrite();
      const parts: number[] = [];
      const buffer = new Uint8Array(1024);
      for (;;) {
        const n = await conn.read(buffer);
        if (n === null) break;
        for (const b of buffer.subarray(0, n)) parts.push(b);
      }
      return new Uint8Array(parts);
    } finally {
      limit.removeEventListener("abort", hangUp);
    }
  } catch (error) {
    if (limit.aborted) throw new Deno.errors.TimedOut("limit");
    throw error;
  }
}
