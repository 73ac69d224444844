export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const parts = text.split(".");
  const wrong = (part: string) =>
    String(Number(part)) !== part || Number(part) < 0 || Number(part) > 255;
  if (parts.length !== 4 || parts.some(wrong)) throw new TypeError(text);
  return parts.reduce((sum, part) => (sum << 8 | Number(part)) >>> 0, 0);
}
