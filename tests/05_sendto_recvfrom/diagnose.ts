/**
 * Which mistake it was, where a datagram is not what it was to be, where a
 * stranger was believed, or where the limit has ended.
 *
 * @module
 */
import { firstDifference } from "../support/bytes.ts";
import type { Words } from "../support/failure.ts";
import type { Settled } from "../support/settle.ts";
import { calls } from "../support/log/wire_log.ts";
import type { WireLog } from "../support/log/wire_log.ts";
import { isBytes, receives, sends, udpSockets } from "./log.ts";
import { cutBy, owes, wentToPort } from "./sentences.ts";
import { mistakes } from "./words.ts";

/** Why ask() has ended and no question has come. */
export function withoutQuestion(
  log: WireLog,
  { error, came }: Settled<unknown>,
): Words | undefined {
  if (calls(log, "student", "connect").length > 0) {
    return { ...mistakes.asksOverTcp, came };
  }
  if (error instanceof TypeError && /dispose/.test(error.message)) {
    return { ...mistakes.holdsTheSocketWithUsing, came };
  }
  if (error !== undefined) return undefined;
  return sends(log).length === 0
    ? { ...mistakes.makesUpTheAnswer, came }
    : { ...mistakes.returnsBeforeTheAnswer, came };
}

/**
 * Why ask() waits: its question went to another port than the server's, or the
 * answer was not taken for one.
 */
export function stillWaits(
  log: WireLog,
  port: number,
): Partial<Words> | undefined {
  const lost = sends(log).find(({ address }) => address?.port !== port);
  if (lost !== undefined) return wentToPort(lost.address?.port, port);
  const received = receives(log);
  const came = received.find(({ address }) => address?.port === port);
  return came !== undefined && came !== received.at(-1)
    ? mistakes.takesTheServerForAStranger
    : undefined;
}

/** Why the server has got other bytes than the question. */
export function wrongQuestion(
  actual: Uint8Array,
  expected: Uint8Array,
): Partial<Words> {
  return actual.length < expected.length
    ? mistakes.sendsTheQuestionInPieces
    : mistakes.changesTheQuestion;
}

/** Why ask() has returned other bytes than the answer. */
export function wrongAnswer(
  actual: unknown,
  expected: Uint8Array,
  question: Uint8Array,
): Partial<Words> {
  if (!(actual instanceof Uint8Array)) return {};
  if (isBytes(actual, question)) return mistakes.returnsTheQuestion;
  const at = firstDifference(actual, expected);
  return at === actual.length && at > 0
    ? cutBy(at)
    : mistakes.returnsTheWholeBuffer;
}

/** What ask() made of a stranger's datagram; `liar` is the one believed. */
export function ofStranger(
  liar: Deno.NetAddr | undefined,
  server: { hostname: string; port: number },
) {
  if (liar === undefined) return mistakes.takesAStrangerForAnError;
  if (liar.hostname === server.hostname) return mistakes.believesAnotherPort;
  return liar.port === server.port
    ? mistakes.believesAnotherHostname
    : mistakes.believesWhoeverIsFirst;
}

/** Why one call of ask() got the answer to another. */
export function answerOfAnother(log: WireLog): Partial<Words> {
  return udpSockets(log).length > 1
    ? mistakes.receivesIntoOneBuffer
    : mistakes.sharesOneSocket;
}

/** Why ask() waits on when its limit has ended. */
export function deafToLimit(log: WireLog): Partial<Words> | undefined {
  return calls(log, "student").at(-1)?.call === "receive"
    ? mistakes.waitsOnWhenTimeIsOver
    : undefined;
}

/** Why `error`, or none, is not what ask() throws when its limit ends. */
export function notTimedOut(error: Error | undefined, reason: Error) {
  if (error === undefined) return mistakes.returnsWhenTimeIsOver;
  if (error instanceof Deno.errors.Interrupted) {
    return mistakes.letsInterruptedOut;
  }
  if (error instanceof Deno.errors.BadResource) return mistakes.closesTwice;
  return error === reason
    ? mistakes.throwsTheReason
    : mistakes.throwsAnErrorOfItsOwn;
}

/** Why a server waits: it has left a question without its answer. */
export function owesAnAnswer(log: WireLog): Partial<Words> | undefined {
  const received = receives(log)
    .filter(({ outcome }) => outcome === "ok").length;
  const sent = sends(log).length;
  return received > sent ? owes(received, sent) : undefined;
}

/** Why answer() was not called once for each of `n` answers. */
export function miscounted(calls: number, n: number, log: WireLog) {
  if (calls === 0) return mistakes.neverCallsAnswer;
  if (calls > n) return mistakes.asksAnswerTwice;
  const received = receives(log)
    .filter(({ outcome }) => outcome === "ok").length;
  return received < n ? mistakes.answersTwice : mistakes.answersFromMemory;
}

/** Why answer() has got other bytes than the question. */
export function wronglyAsked(
  actual: unknown,
  expected: Uint8Array,
): Partial<Words> {
  const bytes = actual instanceof Uint8Array ? actual : new Uint8Array();
  const { length } = bytes;
  if (length < expected.length) return cutBy(length);
  if (length === expected.length) return mistakes.givesAnEarlierQuestion;
  return isBytes(bytes.subarray(-expected.length), expected)
    ? mistakes.joinsDatagrams
    : mistakes.givesTheWholeBuffer;
}

/** Why an error has left serve() whose socket was closed during answer(). */
export function notEnded(log: WireLog, error: Error | undefined) {
  if (receives(log).every(({ outcome }) => outcome === "ok")) {
    return mistakes.throwsTheErrorOfItsLastSend;
  }
  return error instanceof Deno.errors.BadResource
    ? mistakes.endsOnlyWhenInterrupted
    : mistakes.turnsTheEndIntoAnError;
}
