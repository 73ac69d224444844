import {
  htonl,
  htons,
  inet_addr,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  return Uint8Array.of(2, 0, ...htons(port), ...htonl(inet_addr(hostname)));
}
