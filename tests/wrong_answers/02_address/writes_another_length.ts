import { htons as convert } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): Uint8Array {
  return Uint8Array.of(0, 0, ...convert(port));
}
