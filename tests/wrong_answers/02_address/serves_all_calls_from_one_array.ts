import {
  htonl,
  htons,
  inet_addr,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

const address = new Uint8Array(16);

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  address[0] = 2;
  address.set(htons(port), 2);
  address.set(htonl(inet_addr(hostname)), 4);
  return address;
}
