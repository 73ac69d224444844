export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const [low, high] = bytes;
  if (low !== 2 || high !== 0) throw new TypeError("not AF_INET");
  return {
    hostname: bytes.subarray(4, 8).join("."),
    port: bytes[2] * 256 + bytes[3],
  };
}
