export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  if (view.getUint16(0, true) !== 2) throw new TypeError("not AF_INET");
  return {
    hostname: bytes.subarray(4, 8).join("."),
    port: view.getUint16(2),
  };
}
