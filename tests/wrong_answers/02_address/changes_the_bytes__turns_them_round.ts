export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < 16) throw new TypeError("too short");
  if (bytes[0] !== 2 || bytes[1] !== 0) throw new TypeError("not AF_INET");
  const [low, high] = bytes.subarray(2, 4).reverse();
  return { hostname: bytes.subarray(4, 8).join("."), port: high * 256 + low };
}
