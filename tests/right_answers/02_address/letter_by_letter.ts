// No regular expressions: one character after the other, as in C.

export function inet_addr(text: string): number {
  let address = 0;
  let octet = -1;
  let dots = 0;
  for (const character of `${text}.`) {
    const digit = "0123456789".indexOf(character);
    if (digit >= 0) {
      if (octet === 0) throw new TypeError("a zero in front");
      octet = Math.max(octet, 0) * 10 + digit;
      if (octet > 255) throw new TypeError(`${octet} is no byte`);
    } else if (character === "." && octet >= 0) {
      address = address * 256 + octet;
      octet = -1;
      dots++;
    } else throw new TypeError(`unexpected ${character}`);
  }
  if (dots !== 4) throw new TypeError(`${dots} numbers`);
  return address;
}

function toBytes(value: number, size: number): Uint8Array {
  const bytes = [];
  if (value < 0 || Math.floor(value) !== value) throw new RangeError("whole");
  for (let i = 0; i < size; i++) {
    bytes.unshift(value % 256);
    value = Math.floor(value / 256);
  }
  if (value !== 0) throw new RangeError(`more than ${size} bytes`);
  return Uint8Array.from(bytes);
}

export const htons = (port: number): Uint8Array => toBytes(port, 2);
export const htonl = (address: number): Uint8Array => toBytes(address, 4);

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const address = htonl(inet_addr(hostname));
  return Uint8Array.of(2, 0, ...htons(port), ...address, ...toBytes(0, 8));
}

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  if (bytes.length < 16) throw new TypeError("short");
  if (bytes.at(0) !== 2 || bytes.at(1) !== 0) throw new TypeError("family");
  let hostname = "";
  for (const byte of bytes.subarray(4, 8)) hostname += `.${byte}`;
  return { port: bytes[2] * 0x100 + bytes[3], hostname: hostname.slice(1) };
}
