import {
  htonl,
  htons,
  inet_addr,
} from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const [host, p = port] = hostname.split(":");
  const bytes = new Uint8Array(16);
  bytes[0] = 2;
  bytes.set(htons(Number(p)), 2);
  bytes.set(htonl(inet_addr(host)), 4);
  return bytes;
}
