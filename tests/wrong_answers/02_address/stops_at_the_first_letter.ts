export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const parts = text.split(".");
  const octets = parts.map((part) => parseInt(part, 10));
  const right = octets.every((octet, i) =>
    octet >= 0 && octet <= 255 && parts[i].startsWith(String(octet))
  );
  if (parts.length !== 4 || !right || /\s|\b0\d/.test(text)) {
    throw new TypeError(text);
  }
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}
