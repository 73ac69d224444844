import { parse_sockaddr_in as parse } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const address = parse(bytes);
  if (address.port === 0) throw new RangeError("There is no port 0");
  return address;
}
