import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const over = new Promise<never>((_, reject) => {
    const end = () => reject(new Deno.errors.TimedOut());
    if (limit.aborted) end();
    else limit.addEventListener("abort", end);
  });
  // Until here nobody listens to that promise.
  using conn = await Deno.connect({ ...address, signal: limit }).catch(
    (error) => limit.aborted ? over : Promise.reject(error),
  );
  const talk = async () => {
    for (let at = 0; at < question.length;) {
      at += await conn.write(question.subarray(at));
    }
    await conn.closeWrite();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const buffer = new Uint8Array(4096);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      parts.push(buffer.slice(0, n));
    }
    return await new Blob(parts).bytes();
  };
  return await Promise.race([talk(), over]);
}
