import {
  htonl,
  htons,
  inet_addr,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 2, true);
  bytes.set(htons(port), 2);
  view.setUint32(4, inet_addr(hostname), true);
  htonl(inet_addr(hostname));
  return bytes;
}
