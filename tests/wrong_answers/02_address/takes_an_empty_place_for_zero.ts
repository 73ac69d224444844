export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const parts = text.split(".").map(Number);
  const isByte = (n: number) => Number.isInteger(n) && n >= 0 && n <= 255;
  if (parts.length !== 4 || !parts.every(isByte)) throw new TypeError(text);
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
