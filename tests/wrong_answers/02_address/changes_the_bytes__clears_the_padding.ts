import {
  parse_sockaddr_in as parse,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const address = parse(bytes);
  bytes.fill(0, 8, 16);
  return address;
}
