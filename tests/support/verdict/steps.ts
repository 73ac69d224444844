/**
 * The wire log as numbered lines: what led to a failure.
 *
 * @module
 */
import { count, show } from "../bytes.ts";
import type { Exercise } from "../exercise/exercise.ts";
import type { Failure } from "../failure.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { leaks, otherEnd, pending } from "../log/wire_log.ts";
import type { WireEvent, WireLog } from "../log/wire_log.ts";
import { map } from "../text.ts";
import type { Text } from "../text.ts";
import type { Outcome } from "./outcome.ts";
import { answers, mapTold, noteOf, oneLine } from "./told.ts";
import type { Told } from "./told.ts";

/** Calls alike that follow each other, told as one step. */
export interface Step {
  first: WireEvent;
  last: WireEvent;
  times: number;
  /** Bytes of all of them together. */
  size: number;
}

/** How many steps a failure shows; the earlier ones are only counted. */
export const shownSteps = 12;

/** Folds calls that repeat each other into one step each. */
export function fold(events: readonly WireEvent[]): Step[] {
  const steps: Step[] = [];
  for (const event of events) {
    const step = steps.at(-1);
    if (step !== undefined && alike(step.last, event)) {
      step.last = event;
      step.times++;
      step.size += event.size ?? 0;
    } else {
      steps.push({
        first: event,
        last: event,
        times: 1,
        size: event.size ?? 0,
      });
    }
  }
  return steps;
}

/**
 * Tells the latest steps, one numbered line each. The places of the events
 * that are told must have been filled in.
 */
export function tell(log: WireLog, steps: readonly Step[]): Text[] {
  const from = Math.max(0, steps.length - shownSteps);
  const lines = steps.slice(from).map((step, i) => {
    const number = String(from + i + 1).padStart(3);
    return map(tellStep(log, step), (line) => `${number}. ${line}`);
  });
  if (from > 0) {
    lines.unshift({
      en: `     (${from} earlier steps)`,
      ko: `     (앞의 ${from}단계는 줄임)`,
    });
  }
  return lines;
}

function tellStep(log: WireLog, step: Step): Text {
  const { who, what } = partsOf(log, step);
  return map(who, (name, language) => `${name}  ${what[language]}`);
}

/**
 * Who made the calls of a step, and what came of them. The places of its events
 * must have been filled in.
 */
export function partsOf(
  log: WireLog,
  { first, last, times, size }: Step,
): { who: Text; what: Text } {
  const socket = log.sockets.find(({ id }) => id === first.socket);
  const place = first.place ?? last.place;
  const who: Text = first.side === "peer"
    ? socket?.name ?? log.peerName
    : first.byStream
    ? { en: "a stream of your code", ko: "내 코드의 스트림" }
    : place === undefined && first.call === "close" && socket?.lent
    ? { en: "the caller", ko: "호출한 쪽" }
    : place === undefined
    ? { en: "your code", ko: "내 코드" }
    : same(`${place.file}:${place.line}`);
  const where = first.address !== undefined &&
      (first.call === "connect" || first.call === "send")
    ? ` ${first.address.hostname}:${first.address.port}`
    : "";
  const partner = first.side === "student" && socket !== undefined
    ? otherEnd(log, socket)?.name
    : undefined;
  const what = outcome({ ...last, sample: first.sample }, size);
  const repeated: Text = times === 1
    ? same("")
    : { en: `, ${times} times`, ko: `, ${times}번` };
  const told = map(what, (outcome, language) => {
    const whom = partner === undefined ? "" : ` [${partner[language]}]`;
    const call = `${first.call}()${where}${whom}`;
    return `${call} → ${outcome}${repeated[language]}`;
  });
  return { who, what: told };
}

function outcome(event: WireEvent, size: number): Text {
  if (event.outcome === "pending") {
    return { en: "still waiting", ko: "아직 기다리는 중" };
  }
  if (event.outcome === "error") {
    const { name, message } = event.error!;
    return same(`${name}: ${message}`);
  }
  if (event.outcome === "end") {
    return { en: "null, the end of the stream", ko: "null, 스트림의 끝" };
  }
  switch (event.call) {
    case "connect":
      return { en: "connected", ko: "연결됨" };
    case "accept": {
      const from = `${event.address?.hostname}:${event.address?.port}`;
      return { en: `a client, ${from}`, ko: `클라이언트 ${from}` };
    }
    case "read":
    case "write":
    case "send":
    case "receive": {
      const { sample } = event;
      const excerpt = size === 0 || sample === undefined
        ? ""
        : ` ${show(sample, 24, size)}`;
      const from = event.call === "receive" ? event.address : undefined;
      return map(count(size), (bytes, language) =>
        bytes + excerpt +
        (from === undefined
          ? ""
          : language === "en"
          ? ` from ${from.hostname}:${from.port}`
          : ` (${from.hostname}:${from.port}에서)`));
    }
    case "closeWrite":
      return { en: "end of stream sent", ko: "스트림의 끝을 보냄" };
    case "close":
      return { en: "closed", ko: "닫힘" };
    case "reset":
      return { en: "connection broken off", ko: "연결을 강제로 끊음" };
    case "listen":
    case "listenDatagram":
      return same(`${event.address?.hostname}:${event.address?.port}`);
  }
}

function alike(a: WireEvent, b: WireEvent): boolean {
  return a.side === b.side && a.call === b.call && a.socket === b.socket &&
    a.outcome === b.outcome && a.error?.message === b.error?.message &&
    (a.call === "read" || a.call === "write" || a.outcome === "error" ||
      a.outcome === "pending" && a.socket !== undefined);
}

function same(text: string): Text {
  return { en: text, ko: text };
}

/*
 * What a failure says as data: its four answers, and the steps that led to it.
 */

/** Finds the places of those calls that the words or the steps will name. */
export function describe(scope: Scope, subject: Exercise): void {
  const shown = fold(asEnded(scope.log)).slice(-shownSteps);
  const named = [
    ...shown.map((step) => step.first),
    // No words name more than a few of them, and each place costs its time.
    ...pending(scope.log, "student").slice(-shownSteps),
    ...leaks(scope.log).slice(0, shownSteps),
  ];
  places(scope, named, subject.isSource);
}

/**
 * The calls in the order in which they came to their end, and last those that
 * still wait: so a call that waited is told after what ended its waiting.
 */
function asEnded(log: WireLog): WireEvent[] {
  const time = ({ began, ended }: WireEvent) => ended ?? waiting + began;
  const waiting = log.touched + 1;
  return log.events.toSorted((a, b) => time(a) - time(b));
}

/** What a failure says, with the steps that led to it. */
export function tellFailure(
  failure: Failure,
  scope: Scope,
  subject: Exercise,
): Told<Text> {
  const { words } = failure;
  if (!("came" in words)) return mapTold(noteOf(words), oneLine);
  describe(scope, subject);
  const steps = tell(scope.log, fold(asEnded(scope.log)));
  const told: Told<Text> = Object.fromEntries(
    answers.map((key) => [key, words[key]]),
  );
  const { mistake } = words;
  return mapTold({
    ...(mistake === undefined ? {} : { mistake }),
    ...told,
    ...(steps.length === 0 ? {} : { steps }),
  }, oneLine);
}

/** The line of the exercise that a failure is about. */
export function placeOf(failure: Failure, scope: Scope): Outcome["place"] {
  const last = scope.log.events.findLast((event) => event.place !== undefined);
  return failure.place ?? last?.place;
}
