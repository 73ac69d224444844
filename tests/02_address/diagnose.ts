/**
 * Which mistake of lesson 2 it was, from what the functions gave.
 *
 * @module
 */
import { firstDifference } from "../support/bytes.ts";
import type { Settled } from "../support/settle.ts";
import { bigEndian, isReversed, toNumber } from "./addresses.ts";
import type { Octets } from "./addresses.ts";
import { hasLength, isLong, readsAddress, readsPort } from "./sentences.ts";
import { mistakes, theDrawing } from "./words.ts";

/** Why this is not the number of the address. */
export function wrongNumber(
  { value, error }: Settled<unknown>,
  octets: Octets,
) {
  const [a, b, c, d] = octets;
  const [number, reversed] = [toNumber(octets), toNumber([d, c, b, a])];
  if (error !== undefined) return mistakes.refusesARightAddress;
  if (typeof value !== "number") return mistakes.returnsNoNumber;
  if (value === number - 2 ** 32) return mistakes.shiftsIntoTheSign;
  if (value === reversed || value === reversed - 2 ** 32) {
    return mistakes.reversesTheOctets;
  }
  return value === Number(octets.join(""))
    ? mistakes.takesOutTheDots
    : mistakes.countsInAnotherBase;
}

/** What a wrong text was taken for that is no number of an address. */
export function noAddress(value: unknown) {
  if (value === 0xffff_ffff || value === -1) return mistakes.returnsInaddrNone;
  return Number.isNaN(value) ? mistakes.returnsNan : undefined;
}

/** Why these are not the bytes of a number in network order. */
export function wrongOrder(
  { value, error }: Settled<unknown>,
  expected: Uint8Array,
) {
  if (error !== undefined) return mistakes.refusesARightNumber;
  if (typeof value === "number") return mistakes.swapsTheNumberAsCDoes;
  if (!(value instanceof Uint8Array)) return mistakes.returnsNoUint8Array;
  if (isReversed(value, expected)) return mistakes.writesHostOrder;
  return value.length === expected.length ? mistakes.cutsIntoOtherBytes : {
    ...mistakes.writesAnotherLength,
    why: hasLength(expected.length, value.length),
  };
}

/** Why these are not the 16 bytes of a sockaddr_in. */
export function wrongLayout(
  { value, error }: Settled<unknown>,
  expected: Uint8Array,
) {
  if (error !== undefined) {
    return { ...mistakes.refusesARightNumber, look: theDrawing };
  }
  return value instanceof Uint8Array
    ? wrongField(value, expected)
    : mistakes.laysOutNoUint8Array;
}

/** How a field differs, if it does. */
type Difference = "reversed" | "other" | undefined;

function wrongField(actual: Uint8Array, expected: Uint8Array) {
  if (actual.length !== 16) {
    return { ...mistakes.laysOutAnotherLength, why: isLong(actual.length) };
  }
  /** How the bytes from `from` to `to` differ, if they do. */
  const differ = (from: number, to: number): Difference => {
    const field = [actual, expected].map((bytes) => bytes.subarray(from, to));
    const [is, should] = field;
    if (firstDifference(is, should) === undefined) return undefined;
    return isReversed(is, should) ? "reversed" : "other";
  };
  const [family, port, address] = [differ(0, 2), differ(2, 4), differ(4, 8)];
  if (family !== undefined) {
    return family === "reversed"
      ? mistakes.writesTheFamilyInNetworkOrder
      : mistakes.writesAnotherFamily;
  }
  if (port !== undefined) {
    const mistake = port === "reversed"
      ? mistakes.forgetsHtons
      : mistakes.writesAnotherPort;
    return { ...mistake, why: readsPort[port](actual[2] * 256 + actual[3]) };
  }
  if (address !== undefined) {
    const mistake = address === "reversed"
      ? mistakes.forgetsHtonl
      : mistakes.writesAnotherAddress;
    const reached = actual.subarray(4, 8).join(".");
    return { ...mistake, why: readsAddress[address](reached) };
  }
  return mistakes.fillsThePadding;
}

/** What parse_sockaddr_in() gave, if it is an object at all. */
export type Read = { hostname?: unknown; port?: unknown } | undefined;

/** Why this is not what stands in the bytes. */
export function wrongRead(
  { value, error }: Settled<unknown>,
  octets: Octets,
  port: number,
) {
  if (error instanceof TypeError) return mistakes.readsTheFamilyInNetworkOrder;
  if (error !== undefined) return mistakes.refusesRightBytes;
  const read = value as Read;
  if (read?.hostname === undefined || read.port === undefined) {
    return mistakes.returnsOtherFields;
  }
  if (String(read.port) === read.port) return mistakes.writesThePortAsText;
  if (String(read?.hostname).includes("-")) {
    return mistakes.readsTheAddressWithASign;
  }
  if (read?.hostname !== octets.join(".")) {
    return read?.hostname === octets.toReversed().join(".")
      ? mistakes.readsTheAddressBackwards
      : mistakes.readsAnotherAddress;
  }
  const [high, low] = bigEndian(port, 2);
  return read.port === low * 256 + high
    ? mistakes.readsThePortInHostOrder
    : mistakes.readsThePortWithASign;
}
