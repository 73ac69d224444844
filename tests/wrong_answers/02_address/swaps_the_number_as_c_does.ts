export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): number {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(String(port));
  }
  return (port >> 8) | ((port & 0xff) << 8);
}
