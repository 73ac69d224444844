import { htons as convert } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function htons(port: number): Uint8Array {
  if (port >= 65535) throw new RangeError(`${port} is no port`);
  return convert(port);
}
