// Bit by bit with `>>>`, and Node's Buffer for the structure.
import { Buffer } from "node:buffer";

export function inet_addr(text: string): number {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) throw new TypeError("not an address");
  let address = 0;
  for (const part of match.slice(1)) {
    const octet = Number(part);
    if (octet > 255 || String(octet) !== part) throw new TypeError(part);
    address = ((address << 8) | octet) >>> 0;
  }
  console.log(text, "is", address);
  return address;
}

export function htons(port: number): Uint8Array {
  if (port !== (port & 0xffff)) throw new RangeError("port");
  return Uint8Array.of(port >> 8, port);
}

export function htonl(address: number): Uint8Array {
  if (address !== address >>> 0) throw new RangeError("address");
  return Uint8Array.of(address >>> 24, address >>> 16, address >>> 8, address);
}

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(2, 0);
  bytes.set(htons(port), 2);
  bytes.writeUInt32BE(inet_addr(hostname), 4);
  return bytes;
}

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const copy = Buffer.from(bytes);
  if (copy.length < 16 || copy.readUInt16LE(0) !== 2) {
    throw new TypeError("not a sockaddr_in");
  }
  return {
    hostname: [...copy.subarray(4, 8)].map(String).join("."),
    port: copy.readUInt16BE(2),
  };
}
