/**
 * Which mistake it was in a talk in lines, told from what was seen.
 *
 * @module
 */
import { losesTheRest } from "../support/expect_bytes.ts";
import type { Words } from "../support/failure.ts";
import type { WireEvent, WireLog } from "../support/log/wire_log.ts";
import type { CallEnd, ThrownError } from "../support/program/messages.ts";
import { mistakes } from "./words.ts";
import type { Cause } from "./words.ts";

/**
 * What the text that came in the place of the line `expected` tells of its
 * cause; undefined if that is not to be seen. Neither needs its "\n".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { wrongLine } from "./diagnose.ts";
 * import { mistakes } from "./words.ts";
 *
 * assert.equal(wrongLine("1: hello", "0: hello\n"), mistakes.countsTooLow);
 * assert.equal(wrongLine("1: hello", "1: hel"), undefined);
 * ```
 */
export function wrongLine(expected: string, came: string): Cause | undefined {
  if (came === "") return undefined;
  if (came === expected) return mistakes.forgetsTheLineEnd;
  if (came.includes("\ufffd")) return mistakes.decodesPieceByPiece;
  if (came.includes("\0")) return mistakes.takesTheWholeBuffer;
  const [, right, line] = /^(\d+): (.*)$/s.exec(expected) ?? [];
  if (right === undefined) return undefined;
  if (came.trim() === line.trim()) return mistakes.answersWithoutANumber;
  const [, number, text] = /^(\d+):(?: ?$| )(.*?)\n?$/s.exec(came) ?? [];
  if (text !== undefined && number === right) {
    if (endsLines.test(line.slice(text.length)) && line.startsWith(text)) {
      return mistakes.splitsAtOtherLineEnds;
    }
    if (isChanged(text, line)) return mistakes.changesTheLine;
    const isWhole = came.endsWith("\n");
    if (isWhole && text.length > 1000 && line.startsWith(text)) {
      return mistakes.boundsALine;
    }
  }
  if (text === undefined || text.trim() !== line.trim()) return undefined;
  const isShorter = came.replace(/\n$/, "").length < expected.length;
  if (number === right) {
    return isShorter ? mistakes.takesTooMuchAway : undefined;
  }
  return Number(number) < Number(right)
    ? mistakes.countsTooLow
    : mistakes.countsAllClientsTogether;
}

/** What else than "\\n" ends a line somewhere; here it is part of one. */
const endsLines = /^(\0|[\r\v\f\x85\u2028\u2029].)/s;

/** Whether it is the same text to a reader, in other characters. */
function isChanged(text: string, line: string): boolean {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase().trim();
  return text !== line && text.trim() !== line.trim() &&
    plain(text) === plain(line);
}

/**
 * The mistake by which a connection was closed while something was still to be
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
  return byStream
    ? mistakes.closesTheConnectionWithItsStream
    : mistakes.closesBeforeTheLastWrite;
}

/** Why the announced address is none of the server. */
export function wrongAddress(port: number | undefined): Cause {
  if (port === 0) return mistakes.announcesPortZero;
  return port === undefined
    ? mistakes.announcesNoAddress
    : mistakes.listensElsewhere;
}

/** Why sockets of the server are still open when it has come to its end. */
export function leftOpen(
  { events, sockets }: WireLog,
  open: readonly WireEvent[],
): Cause {
  if (open.some(({ call }) => call === "listen")) {
    return mistakes.leavesTheListenerOpen;
  }
  const broken = sockets.some(({ id, made }) =>
    open.includes(made) &&
    events.some(({ socket, outcome }) => socket === id && outcome === "error")
  );
  return broken
    ? mistakes.staysOpenAfterAReset
    : mistakes.forgetsItsClientsOnStop;
}

/** Why the end of the client's lines, `size` bytes, does not come. */
export function noEndOfLines({ events }: WireLog, size: number): Cause {
  return moved(events, "peer", "read") < size
    ? mistakes.waitsForEachAnswer
    : mistakes.forgetsTheHalfClose;
}

/**
 * Why the client did not return the answers `expected`: `all` came, and the
 * first that is wrong stands at index `at`, or at none (-1). `missing` is why
 * answers are missing, where the check knows that.
 */
export function wrongAnswers(
  all: readonly unknown[] | undefined,
  expected: readonly string[],
  at: number,
  missing?: Cause,
): Cause {
  if (all === undefined) return mistakes.leavesNothingToTheCaller;
  const isMissing = at === all.length ||
    expected[at] === "" && all[at] === expected[at + 1];
  if (missing !== undefined && isMissing) return missing;
  const [should, is] = [expected[at] ?? "", String(all[at])];
  if (is.length > 1000 && is.length < should.length && should.startsWith(is)) {
    return mistakes.boundsItsAnswers;
  }
  if (all.at(-1) === "" && all.length === expected.length + 1) {
    return mistakes.returnsAnEmptyLastAnswer;
  }
  return (at < 0 ? undefined : wrongLine(should, is)) ??
    mistakes.takesAReadForAnAnswer;
}

/** Why the client says that there are too few answers, where there are enough. */
export function tooFew({ events }: WireLog): Partial<Words> {
  const atEnd = events.some(({ side, outcome }) =>
    side === "student" && outcome === "end"
  );
  return atEnd ? mistakes.refusesMoreAnswersThanLines : mistakes.readsOnlyOnce;
}

/** Why answers to `lines` lines are missing, though the server has sent them. */
export function missingAnswers(
  { events }: WireLog,
  answers: number,
  lines: number,
): Cause {
  const mine = events.filter(({ side }) => side === "student");
  if (mine.some(({ outcome }) => outcome === "end")) {
    return mistakes.leavesAnswersOut;
  }
  return answers >= lines
    ? mistakes.returnsWhenItHasEnough
    : mistakes.readsOnlyOnce;
}

/** Why the client did not tell that it had fewer than `count` answers. */
export function noUnexpectedEof(end: CallEnd, count: number): Cause {
  if ("error" in end) return mistakes.throwsAnotherError;
  const { value } = end;
  return Array.isArray(value) && value.length >= count
    ? mistakes.takesACutAnswer
    : mistakes.doesNotCountItsAnswers;
}

/** Whether an error is the very one of a call of the student's code. */
export function isOfACall(
  { events }: WireLog,
  { name, message }: ThrownError,
): boolean {
  return events.some(({ side, error }) =>
    side === "student" && error?.name === name && error.message === message
  );
}

/** Why the client, which had `size` bytes to send, threw no error. */
export function noError(
  { events }: WireLog,
  size: number,
  error?: ThrownError,
): Cause {
  if (error !== undefined) return mistakes.changesTheError;
  const met = events.some(({ side, error }) =>
    side === "student" && error !== undefined
  );
  return met || moved(events, "student", "write") >= size
    ? mistakes.swallowsTheError
    : losesTheRest;
}

/** How many bytes the calls of one side have moved. */
function moved(
  events: readonly WireEvent[],
  side: WireEvent["side"],
  call: WireEvent["call"],
): number {
  return events.filter((event) => event.side === side && event.call === call)
    .reduce((sum, { size = 0 }) => sum + size, 0);
}
