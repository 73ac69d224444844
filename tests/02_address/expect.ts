/**
 * What the checks of lesson 2 expect of numbers, bytes and errors.
 *
 * @module
 */
import { encode, firstDifference } from "../support/bytes.ts";
import { settleAtOnce } from "../support/expect.ts";
import { expectBytes } from "../support/expect_bytes.ts";
import { expect, Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { returned, settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import type { Text } from "../support/text.ts";
import type { Server, Wire } from "../support/wire.ts";
import { first, hex, layOut, toNumber } from "./addresses.ts";
import type { Octets } from "./addresses.ts";
import { wrongLayout, wrongNumber, wrongOrder, wrongRead } from "./diagnose.ts";
import type { Read } from "./diagnose.ts";
import {
  afterASecondCall,
  afterWriting,
  asksFor,
  bytesAreNow,
  bytesStay,
  callOf,
  cameAgain,
  eachTime,
  inHexadecimal,
  isNumber,
  isRead,
  newEachTime,
  readStays,
  returnedBytes,
  returnedLayout,
  returnsBytes,
  returnsLayout,
  staysAsItWas,
  throwsError,
} from "./sentences.ts";
import { mistakes, sent } from "./words.ts";

/** Which mistake it was, whatever the values. */
export type Mistake = Pick<Words, "why" | "look" | "mistake">;

/**
 * Expects that inet_addr() gives the number of an address. With `isKnown` it
 * has given it before.
 */
export async function expectNumber(
  inet_addr: (text: string) => unknown,
  octets: Octets,
  { isKnown = false } = {},
): Promise<void> {
  const text = octets.join(".");
  const number = toNumber(octets);
  const settled = await settleAtOnce("inet_addr", () => inet_addr(text));
  if (settled.value === number) return;
  const spoilt = isKnown || settled.value === toNumber(first) ||
    await answersOtherwise(inet_addr, octets);
  throw new Failure({
    expected: isNumber(text, number),
    came: settled.came,
    look: inHexadecimal(text, number),
    ...spoilt ? mistakes.answersByWhatCameBefore : wrongNumber(settled, octets),
  });
}

/**
 * Whether inet_addr(), which was wrong of an address, is right of it the next
 * time, or is wrong now of the first one that it was asked for.
 */
async function answersOtherwise(
  inet_addr: (text: string) => unknown,
  octets: Octets,
): Promise<boolean> {
  const ask = async (octets: Octets) => {
    const { value } = await settle(() => inet_addr(octets.join(".")));
    return value === toNumber(octets);
  };
  if (octets === first) return false;
  return await ask(octets) || !await ask(first);
}

/** Expects an error of the class `name`. `accepted` says why there is none. */
export function expectError(
  { value, error, came }: Settled<unknown>,
  name: "TypeError" | "RangeError",
  call: Text,
  accepted: Mistake,
): void {
  const wanted = name === "TypeError" ? TypeError : RangeError;
  const mistake = error !== undefined
    ? { ...mistakes.throwsAnotherClass, why: asksFor(name) }
    : value === undefined
    ? { ...mistakes.returnsNothing, look: accepted.look }
    : accepted;
  expect(error instanceof wanted, {
    expected: throwsError(call, name),
    came: value instanceof Uint8Array ? returnedBytes(value) : came,
    ...mistake,
  });
}

/** Expects the bytes of a number, the highest first. */
export function expectNetworkOrder(
  settled: Settled<unknown>,
  call: Text,
  expected: Uint8Array,
): void {
  const { value, came } = settled;
  const bytes = value instanceof Uint8Array ? value : undefined;
  const right = bytes && firstDifference(bytes, expected) === undefined;
  expect(right === true, {
    expected: returnsBytes(call, expected),
    came: bytes ? returnedBytes(bytes) : came,
    ...wrongOrder(settled, expected),
  });
}

/** Expects a whole sockaddr_in, and says which field is not right. */
export function expectLayout(
  settled: Settled<unknown>,
  octets: Octets,
  port: number,
): Uint8Array {
  const { value, came } = settled;
  const expected = layOut(octets, port);
  const bytes = value instanceof Uint8Array ? value : undefined;
  const right = bytes && firstDifference(bytes, expected) === undefined;
  const call = callOf("sockaddr_in", octets.join("."), port);
  expect(right === true, {
    expected: returnsLayout(call, expected),
    came: bytes ? returnedLayout(bytes) : came,
    ...wrongLayout(settled, expected),
  });
  return bytes!;
}

/** Expects what parse_sockaddr_in() must have read of `bytes`. */
export function expectRead(
  settled: Settled<unknown>,
  octets: Octets,
  port: number,
  mistake: Mistake = wrongRead(settled, octets, port),
  bytes?: Uint8Array,
): void {
  const read = settled.value as Read;
  expect(read?.hostname === octets.join(".") && read.port === port, {
    expected: isRead(octets, port, bytes),
    came: settled.came,
    ...mistake,
  });
}

/** Expects that a later call does not write into what an earlier one gave. */
export function expectOwnBytes(
  name: string,
  first: Uint8Array,
  again: () => unknown,
): void {
  const before = hex(first);
  again();
  expect(hex(first) === before, {
    expected: staysAsItWas(name, before),
    came: afterASecondCall(first),
    ...mistakes.servesAllCallsFromOneArray,
  });
}

/** Expects that what the caller writes into a result changes no later one. */
export function expectNewBytes(name: string, call: () => Uint8Array): void {
  const first = call();
  const right = hex(first);
  first.fill(0xee);
  const second = call();
  expect(hex(second) === right, {
    expected: eachTime(name, right),
    came: afterWriting(second),
    ...mistakes.remembersEachResult,
  });
}

/**
 * Expects that no call of the function `name` gives out again what an earlier
 * one gave: neither the same object nor the same place in a larger buffer. A
 * buffer is followed until it must have begun again.
 */
export function expectNoPool(
  name: string,
  call: (i: number) => Uint8Array | object,
): void {
  const seen = new Set<object>();
  const places = new Map<ArrayBufferLike, Set<number>>();
  let most = fewResults;
  for (let i = 0; i < most; i++) {
    const result = call(i);
    const known = i < fewResults && seen.has(result);
    if (known || hasPlace(result, places)) {
      throw new Failure({
        expected: newEachTime(name),
        came: cameAgain(i),
        ...mistakes.takesItsResultsFromAPool,
      });
    }
    if (i < fewResults) seen.add(result);
    if (i === 0) most = Math.max(most, Math.min(roomOf(result), mostResults));
  }
}

/** How many results the buffer of this one has room for, and one more. */
function roomOf(result: object): number {
  return result instanceof Uint8Array && result.length > 0
    ? result.buffer.byteLength / result.length + 1
    : 0;
}

/** Whether these bytes begin where others have begun; remembers the place. */
function hasPlace(
  result: object,
  places: Map<ArrayBufferLike, Set<number>>,
): boolean {
  if (!(result instanceof Uint8Array)) return false;
  const { buffer, byteOffset, length } = result;
  // One that has its buffer for itself is compared as an object.
  if (buffer.byteLength === length) return false;
  const known = places.get(buffer) ?? new Set();
  if (known.has(byteOffset)) return true;
  places.set(buffer, known.add(byteOffset));
  return false;
}

/** So many results are kept and compared, or as many as a buffer can hold. */
const fewResults = 2_000;
const mostResults = 100_000;

/** Expects that what was read stays what it was. */
export function expectStays(
  now: NonNullable<Read>,
  before: NonNullable<Read>,
  mistake: Mistake,
): void {
  expect(now.hostname === before.hostname && now.port === before.port, {
    expected: readStays(before),
    came: returned({ ...now }),
    ...mistake,
  });
}

/** Expects that reading left the bytes as they were. */
export function expectUnchanged(bytes: Uint8Array, before: Uint8Array): void {
  expect(firstDifference(bytes, before) === undefined, {
    expected: bytesStay(before),
    came: bytesAreNow(bytes),
    ...mistakes.changesTheBytes,
  });
}

/** Connects there, and expects to be heard by `server`. */
export async function expectReached(
  wire: Wire,
  server: Server,
  address: { hostname: string; port: number },
): Promise<void> {
  const client = await wire.client({ transport: "tcp", ...address });
  const accepted = await server.accept();
  const question = encode(`I looked for port ${address.port}`);
  await client.send(question);
  await client.end();
  expectBytes(await accepted.receiveToEnd(), question, sent.question);
  const answer = encode(`You found port ${server.address.port}`);
  await accepted.send(answer);
  await accepted.end();
  expectBytes(await client.receiveToEnd(), answer, sent.answer);
}
