// Everything by way of hexadecimal digits, and BigInt where it is large.
const place = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const address = new RegExp(`^${Array(4).fill(place).join("\\.")}$`, "v");

export function inet_addr(text: string): number {
  const [, ...octets] = address.exec(text) ?? [];
  if (octets.length === 0) throw new TypeError(`no address: ${text}`);
  const digits = octets.map((one) => Number(one).toString(16).padStart(2, "0"));
  return Number(BigInt(`0x${digits.join("")}`));
}

function fromNumber(value: number, bits: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError();
  const cut = BigInt.asUintN(bits, BigInt(value));
  if (cut !== BigInt(value)) throw new RangeError(`not ${bits} bits`);
  return Uint8Array.fromHex(cut.toString(16).padStart(bits / 4, "0"));
}

export function htons(port: number): Uint8Array {
  return fromNumber(port, 16);
}

export function htonl(address: number): Uint8Array {
  return fromNumber(address, 32);
}

export function sockaddr_in(hostname: string, port: number): Uint8Array {
  const hex = `0200${htons(port).toHex()}${htonl(inet_addr(hostname)).toHex()}`;
  return Uint8Array.fromHex(hex.padEnd(32, "0"));
}

export function parse_sockaddr_in(
  bytes: Uint8Array,
): { hostname: string; port: number } {
  const hex = bytes.toHex();
  if (!/^0200.{28}/.test(hex)) throw new TypeError(`no sockaddr_in: ${hex}`);
  const octets = hex.slice(8, 16).match(/../g)!;
  return {
    hostname: octets.map((one) => parseInt(one, 16)).join("."),
    port: parseInt(hex.slice(4, 8), 16),
  };
}
