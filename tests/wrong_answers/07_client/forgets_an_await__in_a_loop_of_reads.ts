import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  using conn = await Deno.connect({ ...address, signal: limit });
  for (let at = 0; at < question.length;) {
    at += await conn.write(question.slice(at));
  }
  await conn.closeWrite();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const buffer = new Uint8Array(64 * 1024);
  while (true) {
    const n = conn.read(buffer) as unknown as number | null;
    if (n === null) break;
    parts.push(buffer.slice(0, n));
  }
  return await new Blob(parts).bytes();
}
