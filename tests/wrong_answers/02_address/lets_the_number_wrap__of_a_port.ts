export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): Uint8Array {
  const bytes = new Uint8Array(2);
  new DataView(bytes.buffer).setUint16(0, port);
  return bytes;
}
