/** The number of the Internet family on Linux, macOS and Windows. */
const AF_INET = 2;

/** The size of a sockaddr_in and the places of its fields, ip(7). */
const size = 16;
const at = { family: 0, port: 2, address: 4 };

/**
 * The number of a dotted address, from 0 to 4294967295: the first of its four
 * numbers is the highest byte. Unlike inet_addr(3), and like inet_pton(3), it
 * takes four decimal numbers and nothing else; throws TypeError otherwise.
 */
export function inet_addr(text: string): number {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every(isOctet)) {
    throw new TypeError(`Not an IPv4 address: "${text}"`);
  }
  // Not `<<`, which makes a negative number of 128.0.0.0 and above.
  return parts.reduce((address, part) => address * 256 + Number(part), 0);
}

/** Whether `text` is a number from 0 to 255, without a leading zero. */
function isOctet(text: string): boolean {
  // Number() alone would take "", " 1", "+1", "0x1" and "1e1" as well.
  return /^(0|[1-9][0-9]{0,2})$/.test(text) && Number(text) <= 255;
}

/**
 * A port as 2 bytes in network byte order, the highest first. Throws
 * RangeError if it is not a whole number from 0 to 65535.
 */
export function htons(port: number): Uint8Array {
  expectUnsigned(port, 0xffff);
  const bytes = new Uint8Array(2);
  new DataView(bytes.buffer).setUint16(0, port);
  return bytes;
}

/**
 * An address as 4 bytes in network byte order, the highest first. Throws
 * RangeError if it is not a whole number from 0 to 4294967295.
 */
export function htonl(address: number): Uint8Array {
  expectUnsigned(address, 0xffff_ffff);
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, address);
  return bytes;
}

/** DataView would cut off silently what does not fit. */
function expectUnsigned(value: number, most: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new RangeError(`${value} is not a whole number from 0 to ${most}`);
}

/**
 * The 16 bytes of a sockaddr_in, as Linux has them on little-endian machines
 * (ip(7)): the family in host byte order, because only the own kernel reads
 * it; port and address in network byte order, because they travel.
 */
export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint16(at.family, AF_INET, true);
  bytes.set(htons(port), at.port);
  bytes.set(htonl(inet_addr(hostname)), at.address);
  return bytes;
}

/**
 * Reads a sockaddr_in back. Throws TypeError for fewer than 16 bytes, and for
 * a family that is not AF_INET.
 */
export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < size) {
    throw new TypeError(`${bytes.length} bytes are too few for a sockaddr_in`);
  }
  // `bytes` may be a part of a larger buffer and begin anywhere in it.
  const view = new DataView(bytes.buffer, bytes.byteOffset, size);
  const family = view.getUint16(at.family, true);
  if (family !== AF_INET) throw new TypeError(`Family ${family}, not AF_INET`);
  return {
    hostname: bytes.subarray(at.address, at.address + 4).join("."),
    port: view.getUint16(at.port),
  };
}

if (import.meta.main) {
  const [hostname = "218.234.19.87", port = "8080"] = Deno.args;
  const bytes = sockaddr_in(hostname, Number(port));
  const hex = (byte: number) => byte.toString(16).padStart(2, "0");
  console.log(Array.from(bytes, hex).join(" "));
  console.log(parse_sockaddr_in(bytes));
}
