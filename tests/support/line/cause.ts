/**
 * Which mistake it was in a talk in lines, told from what was seen.
 *
 * @module
 */
import {
  closedBeforeWrite,
  closedByStream,
  cutCharacter,
  fromOne,
  keepsAll,
  noLineEnd,
  noNumber,
  sharedCount,
  wholeBuffer,
} from "./words.ts";
import type { Cause } from "./words.ts";
import type { WireLog } from "../log/wire_log.ts";

/**
 * What the text that came in the place of the line `expected` tells of its
 * cause; undefined if that is not to be seen. Neither needs its "\n".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { wrongLine } from "./cause.ts";
 * import { fromOne } from "./words.ts";
 *
 * assert.equal(wrongLine("1: hello", "0: hello\n"), fromOne);
 * assert.equal(wrongLine("1: hello", "1: hel"), undefined);
 * ```
 */
export function wrongLine(expected: string, came: string): Cause | undefined {
  if (came === "") return undefined;
  if (came === expected) return noLineEnd;
  if (came.includes("\ufffd")) return cutCharacter;
  if (came.includes("\0")) return wholeBuffer;
  const [, right, line] = /^(\d+): (.*)$/s.exec(expected) ?? [];
  if (right === undefined) return undefined;
  if (came.trim() === line.trim()) return noNumber;
  const [, number, text] = /^(\d+):(?: ?$| )(.*?)\n?$/s.exec(came) ?? [];
  if (text === undefined || text.trim() !== line.trim()) return undefined;
  const isShorter = came.replace(/\n$/, "").length < expected.length;
  if (number === right) return isShorter ? keepsAll : undefined;
  return Number(number) < Number(right) ? fromOne : sharedCount;
}

/**
 * The words for a connection that was closed while something was still to be
 * written to it; undefined if there is none.
 */
export function closedEarly({ events }: WireLog): Cause | undefined {
  const late = events.find(({ side, call, error }) =>
    side === "student" && call === "write" && error?.name === "BadResource"
  );
  if (late === undefined) return undefined;
  const byStream = events.some((event) =>
    event.byStream && event.socket === late.socket
  );
  return byStream ? closedByStream : closedBeforeWrite;
}
