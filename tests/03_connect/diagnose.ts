/**
 * Which mistake of lesson 3 it was, from what the code gave and from the wire.
 *
 * @module
 */
import type { Entry } from "../support/failure.ts";
import { calls } from "../support/log/wire_log.ts";
import type { WireLog } from "../support/log/wire_log.ts";
import type { Settled } from "../support/settle.ts";
import {
  hasAWord,
  mistakes,
  nobodyFoundOut,
  quoted,
  underAnotherName,
} from "./words.ts";
import type { Ends, Word } from "./words.ts";

/** Why connectTo() told its caller something else than TimedOut. */
export function endOfLimitHidden(
  { value, error, thrown }: Settled<unknown>,
  reason: unknown,
) {
  if (error !== undefined) {
    if (!Object.is(thrown, reason)) return mistakes.renamesTheEndOfTheLimit;
    return reason ? mistakes.throwsTheReason : mistakes.asksForATrueReason;
  }
  return value instanceof Error
    ? mistakes.returnsTheError
    : mistakes.swallowsTheEndOfTheLimit;
}

/** Why a limit that ended before the call was told as something else. */
export function endedLimitHidden(
  { error, thrown }: Settled<unknown>,
  reason: unknown,
  log: WireLog,
) {
  if (error !== undefined && thrown !== reason) {
    return mistakes.tellsAnEndedLimitApart;
  }
  const connects = calls(log, "student", "connect").length > 0;
  return error === undefined || connects
    ? mistakes.waitsForTheAbortEvent
    : mistakes.throwsIfAborted;
}

/** Why the error `thrown` of Deno.connect is not what came out in the end. */
export function otherErrorHidden(
  { error }: Settled<unknown>,
  thrown: string,
) {
  return error === undefined
    ? { ...mistakes.swallowsOtherErrors, why: nobodyFoundOut(thrown) }
    : { ...mistakes.renamesOtherErrors, why: underAnotherName(thrown) };
}

/** An address and a port as endpoints() writes them. */
export function written({ hostname, port }: Deno.NetAddr): string {
  return `${hostname}:${port}`;
}

/** Why these are not the two ends of `conn`. */
export function wrongEnds(
  ends: Partial<Ends> | undefined,
  { localAddr: near, remoteAddr: far }: Deno.TcpConn,
) {
  const { local, remote } = ends ?? {};
  if (local === written(far) && remote === written(near)) {
    return mistakes.exchangesTheEnds;
  }
  if (local !== undefined && local === remote) return mistakes.givesOneEndTwice;
  const oneHostname = near.hostname !== far.hostname &&
    (local === written({ ...near, hostname: far.hostname }) ||
      remote === written({ ...far, hostname: near.hostname }));
  return oneHostname
    ? mistakes.writesOneHostForBothEnds
    : mistakes.writesNoWholeEnd;
}

/** Whether a connect() of the student's code has made a connection. */
export function isConnected(log: WireLog): boolean {
  return calls(log, "student", "connect")
    .some(({ outcome }) => outcome === "ok");
}

/**
 * Why probe() did not say `expected`. `isOver`: its limit had ended before;
 * `reason`: what the limit was ended with.
 */
export function wrongWord(
  { value, error }: Settled<unknown>,
  expected: Word,
  log: WireLog,
  { isOver, reason }: { isOver?: boolean; reason?: unknown },
) {
  if (isSlip(error)) {
    return reason === null
      ? mistakes.throwsTheReason
      : mistakes.throwsInItsCleanUp;
  }
  if (error !== undefined) {
    return { ...mistakes.throwsAnOutcome, why: hasAWord(expected) };
  }
  if (value === undefined) return mistakes.forgetsAReturn;
  if (typeof value !== "string" || !Object.hasOwn(quoted, value)) {
    return mistakes.makesUpAFourthWord;
  }
  if (value === "open" && !isConnected(log)) {
    const failed = calls(log, "student", "connect").at(-1)?.outcome === "error";
    return failed
      ? mistakes.takesAnErrorForOpen
      : mistakes.answersBeforeItKnows;
  }
  return isOver
    ? mistakes.waitsForTheAbortEvent
    : mistakes.confusesRefusalAndSilence;
}

/** Whether an error is none of connect()'s, and came up in code after it. */
function isSlip(error: Error | undefined): boolean {
  return error instanceof TypeError || error instanceof Deno.errors.BadResource;
}

/** What a hang of probe() means when it waits for bytes. */
export function onlyKnocks(log: WireLog): Entry | undefined {
  const reads = calls(log, "student", "read")
    .some(({ outcome }) => outcome === "pending");
  return reads ? mistakes.readsInProbe : undefined;
}
