import { inet_addr as number } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  return number(text.split(".").filter((part) => part !== "").join("."));
}
