import {
  htonl,
  htons,
  inet_addr,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const bytes = new Uint8Array(16).fill(0xff);
  bytes.set([2, 0, ...htons(port), ...htonl(inet_addr(hostname))]);
  return bytes;
}
