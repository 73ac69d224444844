import { sockaddr_in as layOut } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const bytes = layOut(hostname, port);
  bytes[0] = 0;
  return bytes;
}
