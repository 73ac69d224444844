import {
  parse_sockaddr_in as parse,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const address = parse(bytes);
  const whole = new Uint8Array(bytes.buffer);
  whole.copyWithin(0, bytes.byteOffset, bytes.byteOffset + 16);
  return address;
}
