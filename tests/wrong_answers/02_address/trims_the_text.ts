// Refused by: inet_addr() refuses what is not four numbers from 0 to 255
// Must say: pass over it without a complaint
import { inet_addr as number } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  return number(text.trim());
}
