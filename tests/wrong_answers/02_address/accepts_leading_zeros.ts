export * from "../../../solutions/02_address/address.ts";

export function inet_addr(text: string): number {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const octets = match?.slice(1).map(Number);
  if (octets === undefined || octets.some((octet) => octet > 255)) {
    throw new TypeError(text);
  }
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}
