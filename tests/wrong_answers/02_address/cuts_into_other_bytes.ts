export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): Uint8Array {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(String(port));
  }
  return Uint8Array.of(Math.floor(port / 100), port % 100);
}
