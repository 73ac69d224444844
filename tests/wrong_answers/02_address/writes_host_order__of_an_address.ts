import { htonl as network } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function htonl(address: number): Uint8Array {
  network(address);
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, address, true);
  return bytes;
}
