import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  _address: Address,
  question: Uint8Array<ArrayBuffer>,
  _limit: AbortSignal,
): Promise<Uint8Array> {
  return question;
}
