/**
 * Which mistake it was, from what was seen on the wire.
 *
 * @module
 */
import { encode, firstDifference } from "../support/bytes.ts";
import type { Words } from "../support/failure.ts";
import type { WireEvent, WireLog } from "../support/log/wire_log.ts";
import {
  broughtOnly,
  broughtTogether,
  mistakes,
  ownPlace,
  tookOnly,
  tookTogether,
} from "./words.ts";

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
  { length: all }: Uint8Array,
  reads: readonly WireEvent[],
): Cause {
  const moved = sumOf(reads);
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
  const overwritten = reads.length > 1 && actual instanceof Uint8Array &&
    actual.length === all;
  return overwritten ? { look: ownPlace } : {};
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
  if (typeof value !== "string") return mistakes.returnsNoText;
  if (value.includes("\0")) return mistakes.decodesTheWholeBuffer;
  if (value !== "" && value.trim() === text.trim()) {
    return mistakes.trimsTheText;
  }
  const bytes = encode(text);
  const byteByByte = [
    String.fromCharCode(...bytes),
    new TextDecoder("latin1").decode(bytes),
  ];
  if (byteByByte.includes(value)) return mistakes.makesACharacterOfEachByte;
  return text.startsWith(value) && reads.length === 1
    ? mistakes.readsTextOnce
    : mistakes.changesTheText;
}

function sumOf(calls: readonly WireEvent[]): number {
  return calls.reduce((sum, { size = 0 }) => sum + size, 0);
}
