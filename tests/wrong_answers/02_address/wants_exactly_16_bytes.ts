import { parse_sockaddr_in as parse } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length !== 16) throw new TypeError("not 16 bytes");
  return parse(bytes);
}
