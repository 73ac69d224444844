import { htons as network } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): Uint8Array {
  network(port);
  return new Uint8Array(Uint16Array.of(port).buffer);
}
