export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < 16) throw new TypeError(`${bytes.length} bytes`);
  const fields = new Uint16Array(bytes.buffer, bytes.byteOffset, 2);
  if (fields[0] !== 2) throw new TypeError("not AF_INET");
  const port = (fields[1] & 0xff) << 8 | fields[1] >> 8;
  return { hostname: bytes.subarray(4, 8).join("."), port };
}
