export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < 16 || bytes[0] !== 2 || bytes[1] !== 0) {
    throw new TypeError("no sockaddr_in");
  }
  return {
    hostname: bytes.slice(4, 8).join("."),
    port: String(bytes[2] * 256 + bytes[3]) as never,
  };
}
