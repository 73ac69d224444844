import { inet_addr as number } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  if (/\b(0|255)\b/.test(text)) throw new TypeError(text);
  return number(text);
}
