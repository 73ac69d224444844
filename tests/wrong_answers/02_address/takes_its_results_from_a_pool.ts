import {
  htonl,
  htons,
  inet_addr,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

const pool = Array.from({ length: 100 }, () => new Uint8Array(16));
let next = 0;
export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const bytes = pool[next++ % 100];
  bytes.fill(0);
  bytes[0] = 2;
  bytes.set(htons(port), 2);
  bytes.set(htonl(inet_addr(hostname)), 4);
  return bytes;
}
