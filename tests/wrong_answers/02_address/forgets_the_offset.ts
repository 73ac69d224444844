export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < 16) throw new TypeError(`${bytes.length} bytes`);
  const view = new DataView(bytes.buffer);
  if (view.getUint16(0, true) !== 2) throw new TypeError("not AF_INET");
  const octets = [4, 5, 6, 7].map((at) => view.getUint8(at));
  return { hostname: octets.join("."), port: view.getUint16(2) };
}
