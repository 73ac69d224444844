// Refused by: htons() gives a port as 2 bytes in network byte order
// Must say: It returned a promise of the result
import { htons as convert } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

// deno-lint-ignore require-await
export async function htons(port: number): Promise<Uint8Array> {
  return convert(port);
}
