import { parse_sockaddr_in as parse } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const { port } = parse(bytes);
  return { hostname: bytes.slice(-12, -8).join("."), port };
}
