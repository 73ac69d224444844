import { parse_sockaddr_in as parse } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const { hostname } = parse(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { hostname, port: view.getInt16(2) };
}
