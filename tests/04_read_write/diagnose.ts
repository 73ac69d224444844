/**
 * Which mistake it was, from what was seen on the wire.
 *
 * @module
 */
import { encode, firstDifference } from "../support/bytes.ts";
import {
  beginsWithAnEarlierCall,
  losesWhatDoesNotFit,
} from "../support/expect_bytes.ts";
import type { Words } from "../support/failure.ts";
import type { WireEvent, WireLog } from "../support/log/wire_log.ts";
import {
  broughtOnly,
  broughtTogether,
  tookOnly,
  tookTogether,
} from "./sentences.ts";
import { mistakes } from "./words.ts";

type Cause = Partial<Pick<Words, "why" | "look" | "mistake">>;

/** The calls of the student's code that have moved bytes, or have failed. */
export function callsOf(
  log: WireLog,
  name: "read" | "write",
  ended: "ok" | "error" = "ok",
): WireEvent[] {
  return log.events.filter(({ side, call, outcome, size = 0 }) =>
    side === "student" && call === name && outcome === ended &&
    (outcome === "error" || size > 0)
  );
}

/** What `writes` have done of the work, and how many ran at once at most. */
export interface Written {
  received: Uint8Array;
  bytes: Uint8Array;
  writes: readonly WireEvent[];
  most: number;
}

/** How many of these calls ran at the same time, at the most. */
export function mostAtOnce(calls: readonly WireEvent[]): number {
  let most = 0;
  let running: number[] = [];
  for (const { began, ended = Infinity } of calls) {
    running = running.filter((end) => end > began);
    running.push(ended);
    most = Math.max(most, running.length);
  }
  return most;
}

/** Why other bytes were written than `bytes`, which lie in a larger buffer. */
export function causeInWriting(
  { received, bytes, writes, most }: Written,
): Cause {
  const [moved, all] = [sumOf(writes), bytes.length];
  if (writes.length === 0) return mistakes.comesBackBeforeWriting;
  if (writes.length === 1) {
    return {
      ...mistakes.ignoresWhatWriteReturns,
      why: tookOnly(moved, all),
    };
  }
  if (moved > all) {
    const front = received.subarray(0, all);
    if (firstDifference(front, bytes) === undefined) {
      return mistakes.writesMoreThanGiven;
    }
    if (received[0] === 0x23) return mistakes.writesTheWholeBuffer;
  }
  if (firstDifference(received, bytes) === moved) {
    return {
      ...mistakes.stopsWritingEarly,
      why: tookTogether(writes.length, moved, all),
    };
  }
  return most > 1
    ? mistakes.writesSeveralAtOnce
    : mistakes.writesSomeBytesTwice;
}

/** Why the bytes that were read are not the expected ones. */
export function causeInReading(
  actual: unknown,
  expected: Uint8Array,
  reads: readonly WireEvent[],
): Cause {
  const [moved, all] = [sumOf(reads), expected.length];
  if (reads.length === 0) return mistakes.doesNotAwaitRead;
  if (reads.length === 1 && moved < all) {
    return { ...mistakes.readsOnce, why: broughtOnly(moved, all) };
  }
  if (moved < all) {
    return {
      ...mistakes.stopsReadingEarly,
      why: broughtTogether(moved, all),
    };
  }
  if (!(actual instanceof Uint8Array)) return {};
  const { length } = actual;
  const isCut = length < all && firstDifference(actual, expected) === length;
  return isCut ? losesWhatDoesNotFit(length, all) : {};
}

/** Why `value`, or what the decoder threw, is not the text that came. */
export function causeInText(
  value: unknown,
  threw: boolean,
  text: string,
  reads: readonly WireEvent[],
): Pick<Words, "why" | "look" | "mistake"> {
  // Each read's bytes decoded by themselves: is this what came out?
  const separately = reads
    .map(({ sample }) => new TextDecoder().decode(sample)).join("");
  const isPieceByPiece = separately.includes("\ufffd") &&
    separately.endsWith(String(value));
  if (threw || isPieceByPiece) return mistakes.decodesEachPiece;
  if (value === separately && sumOf(reads) === encode(text).length) {
    return mistakes.decodesEachPieceAnew;
  }
  if (typeof value !== "string") return mistakes.returnsNoText;
  if (value.includes("\0") && !text.includes("\0")) {
    return mistakes.decodesTheWholeBuffer;
  }
  if (value !== "" && value.trim() === text.trim()) {
    return mistakes.trimsTheText;
  }
  if (value.normalize("NFC") === text.normalize("NFC")) {
    return mistakes.normalizesTheText;
  }
  if (ofOneLineEnd(value) === ofOneLineEnd(text)) {
    return mistakes.changesLineEnds;
  }
  if (text.includes("\0") && value === text.slice(0, text.indexOf("\0"))) {
    return mistakes.stopsAtANul;
  }
  if (mayBeMissing.some((c) => value === text.replaceAll(c, ""))) {
    return mistakes.takesCharactersOut;
  }
  if (value.length > text.length && value.endsWith(text)) {
    return beginsWithAnEarlierCall;
  }
  const bytes = encode(text);
  const [moved, all] = [sumOf(reads), bytes.length];
  if (reads.length > 1 && value !== "" && text.startsWith(value)) {
    return moved < all
      ? {
        ...mistakes.stopsReadingEarly,
        why: broughtTogether(moved, all),
      }
      : losesWhatDoesNotFit(encode(value).length, all);
  }
  const byteByByte = [
    String.fromCharCode(...bytes),
    new TextDecoder("latin1").decode(bytes),
  ];
  if (byteByByte.includes(value)) return mistakes.makesACharacterOfEachByte;
  return text.startsWith(value) && reads.length === 1
    ? mistakes.readsTextOnce
    : mistakes.changesTheText;
}

/** Characters that somebody may take for none. */
const mayBeMissing = ["\0", "\ufeff", "\u2028", "\r", "\t"];

function ofOneLineEnd(text: string): string {
  return text.replaceAll(/\r\n|[\r\u2028]/g, "\n");
}

function sumOf(calls: readonly WireEvent[]): number {
  return calls.reduce((sum, { size = 0 }) => sum + size, 0);
}
