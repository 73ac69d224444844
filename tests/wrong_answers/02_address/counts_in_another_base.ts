import { inet_addr as number } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  number(text);
  return text.split(".").reduce((sum, part) => sum * 255 + Number(part), 0);
}
