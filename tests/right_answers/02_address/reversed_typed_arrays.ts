// Host byte order turned round, in typed arrays of 16 and 32 bits.
const octet = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

export function inet_addr(text: string): number {
  const octets = text.split(".")
    .map((part) => octet.test(part) ? Number(part) : NaN);
  if (octets.length !== 4 || octets.some(Number.isNaN)) {
    throw new TypeError(text);
  }
  const [a, b, c, d] = octets;
  return a * 0x1000000 + b * 0x10000 + c * 0x100 + d;
}

export function htons(port: number): Uint8Array {
  if (!(port >= 0 && port <= 65535 && port % 1 === 0)) throw new RangeError();
  return new Uint8Array(Uint16Array.of(port).buffer).reverse();
}

export function htonl(address: number): Uint8Array {
  if (!(address >= 0 && address < 2 ** 32 && Number.isInteger(address))) {
    throw new RangeError();
  }
  return new Uint8Array(Uint32Array.of(address).buffer).reverse();
}

export function sockaddr_in(
  hostname: string,
  port: number,
): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes[0] = 2;
  bytes.set(htons(port), 2);
  bytes.set(htonl(inet_addr(hostname)), 4);
  return bytes;
}

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const copy = bytes.slice();
  if (copy.length < 16) throw new TypeError("too short");
  const view = new DataView(copy.buffer);
  if (view.getInt16(0, true) !== 2) throw new TypeError("family");
  return {
    hostname: [4, 5, 6, 7].map((at) => view.getUint8(at)).join("."),
    port: view.getUint16(2, false),
  };
}
