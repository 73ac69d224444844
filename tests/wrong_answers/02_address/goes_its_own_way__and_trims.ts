import {
  htonl,
  htons,
  inet_addr,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes[0] = 2;
  bytes.set(htons(port), 2);
  bytes.set(htonl(inet_addr(hostname.trim())), 4);
  return bytes;
}
