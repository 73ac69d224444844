/**
 * Addresses and their bytes, as the checks of lesson 2 know them.
 *
 * @module
 */
import { firstDifference, noise, seedOfRun } from "../support/bytes.ts";

/** The four numbers of an IPv4 address. */
export type Octets = [number, number, number, number];

/** The address that the lecture writes. */
export const lecture: Octets = [218, 234, 19, 87];

/** The address that inet_addr() is asked for before all others. */
export const first: Octets = [1, 2, 3, 4];

/** Addresses below 128.0.0.0, whose number has no highest bit. */
export const low: Octets[] = [
  first,
  [127, 0, 0, 1],
  [10, 20, 30, 40],
  [0, 0, 0, 0],
  [100, 200, 249, 255],
  ...someOctets(6, 2).map(([a, ...rest]): Octets => [a & 0x7f, ...rest]),
];

/** Addresses from 128.0.0.0 on. */
export const high: Octets[] = [
  [128, 0, 0, 0],
  lecture,
  [192, 168, 0, 1],
  [255, 255, 255, 255],
  ...someOctets(6, 3).map(([a, ...rest]): Octets => [a | 0x80, ...rest]),
];

/** Ports at the limits of a byte, and usual ones. */
export const ports = [8080, 80, 443, 1, 256, 0, 65535, 53, 5300, 49152];

/** `count` addresses that look random, the same for one student. */
export function someOctets(count: number, seed: number): Octets[] {
  const bytes = noise(4 * count, seed, seedOfRun);
  return Array.from(
    { length: count },
    (_, i) => [...bytes.subarray(4 * i, 4 * i + 4)] as Octets,
  );
}

/** Addresses with a port each: chosen ones, and some that look random. */
export function pairs(): [Octets, number][] {
  const some = someOctets(ports.length, 7);
  return [
    [lecture, 8080],
    [[1, 2, 3, 4], 80],
    [[127, 0, 0, 1], 443],
    [[0, 0, 0, 0], 65535],
    [[255, 255, 255, 255], 0],
    ...some.map((octets, i): [Octets, number] => [octets, ports[i]]),
    ...some.map((octets): [Octets, number] => [
      octets,
      octets[3] * 256 + octets[1],
    ]),
  ];
}

/** An address as one number, its first octet the highest byte. */
export function toNumber([a, b, c, d]: Octets): number {
  return ((a * 256 + b) * 256 + c) * 256 + d;
}

/** `size` bytes of a number, the highest first. */
export function bigEndian(value: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = size - 1; i >= 0; i--) {
    bytes[i] = value % 256;
    value = Math.floor(value / 256);
  }
  return bytes;
}

/** The 16 bytes of a sockaddr_in, as the check itself writes them. */
export function layOut(octets: Octets, port: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  bytes.set([2, 0, ...bigEndian(port, 2), ...octets]);
  return bytes;
}

/** Bytes in hexadecimal, two digits each. */
export function hex(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join(" ");
}

/** Whether `actual` is `expected` from back to front. */
export function isReversed(actual: Uint8Array, expected: Uint8Array): boolean {
  return firstDifference(actual.slice().reverse(), expected) === undefined;
}
