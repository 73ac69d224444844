export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const parts = text.split(".");
  const digits = /^(0|[1-9]\d{0,2})$/;
  if (parts.length !== 4 || !parts.every((part) => digits.test(part))) {
    throw new TypeError(text);
  }
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}
