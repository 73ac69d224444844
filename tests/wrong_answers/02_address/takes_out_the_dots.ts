export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text)) throw new TypeError(text);
  return Number(text.replaceAll(".", ""));
}
