import { htons, inet_addr } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  inet_addr(hostname);
  const octets = hostname.split(".").map((part) => parseInt(part, 16));
  const bytes = new Uint8Array(16);
  bytes.set([2, 0, ...htons(port), ...octets]);
  return bytes;
}
