import { htons as convert } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): number[] {
  return [...convert(port)];
}
