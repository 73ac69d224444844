import { sockaddr_in as layOut } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  if (!hostname.includes(".")) throw new RangeError(hostname);
  return layOut(hostname, port);
}
