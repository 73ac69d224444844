// Refused by: inet_addr() makes one number of the four
// Must say: The order is reversed
import { inet_addr as number } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  return number(text.split(".").reverse().join("."));
}
