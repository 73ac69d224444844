// Results are views of large buffers, at odd places too; each place once.
let room = new ArrayBuffer(4096);
let used = 1;

function take(size: number): DataView {
  if (used + size > room.byteLength) {
    room = new ArrayBuffer(4096);
    used = 1;
  }
  const view = new DataView(room, used, size);
  used += size;
  return view;
}

function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

class BadAddress extends TypeError {}

export function inet_addr(text: string): number {
  const parts = text.split(".");
  if (parts.length !== 4) throw new BadAddress(text);
  const view = new DataView(new ArrayBuffer(4));
  parts.forEach((part, i) => {
    const octet = parseInt(part, 10);
    const exact = `${octet}` === part;
    const fits = octet >= 0 && octet <= 255;
    if (!exact || !fits) throw new BadAddress(text);
    view.setUint8(i, octet);
  });
  return view.getUint32(0);
}

function expectBits(value: number, bits: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits) {
    throw new RangeError(`${value} does not fit into ${bits} bits`);
  }
}

export function htons(port: number): Uint8Array {
  expectBits(port, 16);
  const view = take(2);
  view.setUint16(0, port);
  return bytesOf(view);
}

export function htonl(address: number): Uint8Array {
  expectBits(address, 32);
  const view = take(4);
  view.setUint32(0, address, false);
  return bytesOf(view);
}

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const zeros = new Array<number>(8).fill(0);
  const address = htonl(inet_addr(hostname));
  return new Uint8Array([2, 0, ...htons(port), ...address, ...zeros]);
}

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.byteLength < 16) throw new BadAddress("too short");
  const [family0, family1, port0, port1, a, b, c, d] = bytes;
  if ((family0 | (family1 << 8)) !== 2) throw new BadAddress("family");
  return { port: (port0 << 8) + port1, hostname: `${a}.${b}.${c}.${d}` };
}
