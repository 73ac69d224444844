export * from "../../../solutions/02_address/address.ts";

const results = [{ hostname: "", port: 0 }, { hostname: "", port: 0 }];
let next = 0;
export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < 16 || bytes[0] !== 2 || bytes[1] !== 0) {
    throw new TypeError("no sockaddr_in");
  }
  const result = results[next++ % 2];
  result.hostname = bytes.slice(4, 8).join(".");
  result.port = bytes[2] * 256 + bytes[3];
  return result;
}
