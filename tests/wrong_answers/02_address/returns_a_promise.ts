import { htons as convert } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

// deno-lint-ignore require-await
export async function htons(port: number): Promise<Uint8Array> {
  return convert(port);
}
