import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  using conn = await Deno.connect({ ...address, signal: limit });
  for (let at = 0; at < question.length;) {
    at += await conn.write(question.subarray(at));
  }
  await conn.closeWrite();
  return question;
}
