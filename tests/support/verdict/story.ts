/**
 * What led to a failure: of all that a wire log holds, the steps that somebody
 * needs to see what went wrong, in an order in which causes come first.
 *
 * @module
 */
import type { Exercise } from "../exercise/exercise.ts";
import type { Failure, Words } from "../failure.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { leaks, otherEnd, pending } from "../log/wire_log.ts";
import type { Note, Socket, WireEvent, WireLog } from "../log/wire_log.ts";
import { map } from "../text.ts";
import type { Text } from "../text.ts";
import type { Outcome } from "./outcome.ts";
import { fold, tellStep } from "./steps.ts";
import type { Step } from "./steps.ts";
import { answers, mapTold, noteOf, oneLine } from "./told.ts";
import type { Told } from "./told.ts";

/** How many steps a failure shows; the others are only counted. */
export const shownSteps = 12;

/** A step of the wire, or one that happened beside it. */
type Line = Step | Note;

/** The lines that are shown, and how many others there are. */
export interface Story {
  lines: Line[];
  /** Steps before the first line that are left out. */
  earlier: number;
  /** Steps of other connections that are left out. */
  elsewhere: number;
}

/**
 * Chooses from a log what a failure shows. With more steps than fit these are
 * the ones of the connection at fault: that of the end which `words` name, of
 * the socket that was left open, of the call that failed, or of the last call.
 */
export function storyOf(log: WireLog, words?: Words): Story {
  const lines = linesOf(inOrder(log), log);
  if (lines.length <= shownSteps) return { lines, earlier: 0, elsewhere: 0 };
  const fault = atFault(log, words);
  const ours = lines.filter((line) =>
    isNote(line) || line.first.socket !== line.last.socket ||
    isOf(line.first, fault, log)
  );
  const chosen = ours.length < 2 ? lines : ours;
  const kept = latest(chosen);
  return {
    lines: kept,
    earlier: chosen.length - kept.length,
    elsewhere: lines.length - chosen.length,
  };
}

/** The last lines, among them all that tell of an error of the student's code. */
function latest(lines: readonly Line[]): Line[] {
  const from = lines.length - shownSteps;
  if (from <= 0) return [...lines];
  const early = lines.slice(0, from).filter(isFailing).slice(-4);
  return [...early, ...lines.slice(from + early.length)];
}

function isFailing(line: Line): boolean {
  return isNote(line) ||
    line.first.side === "student" && line.first.outcome === "error";
}

/**
 * Tells a story, one numbered line each. The places of the events that are told
 * must have been filled in.
 */
export function tell(
  log: WireLog,
  { lines, earlier, elsewhere }: Story,
): Text[] {
  const oneEnd = endsIn(log, lines) < 2;
  const told = lines.map((line, i) => {
    const number = String(i + 1).padStart(3);
    const text = isNote(line)
      ? map(line.who, (who, language) => `${who}  ${line.what[language]}`)
      : tellStep(log, line, { oneEnd });
    return map(text, (line) => `${number}. ${line}`);
  });
  return [...leftOut(earlier, elsewhere), ...told];
}

function leftOut(earlier: number, elsewhere: number): Text[] {
  const s = (n: number) => `${n} ${n === 1 ? "step" : "steps"}`;
  return [
    ...(elsewhere === 0 ? [] : [{
      en: `     (not shown: ${s(elsewhere)} of other sockets)`,
      ko: `     (다른 소켓의 ${elsewhere}단계는 줄임)`,
    }]),
    ...(earlier === 0 ? [] : [{
      en: `     (not shown: ${s(earlier)} before these)`,
      ko: `     (앞의 ${earlier}단계는 줄임)`,
    }]),
  ];
}

/** How many ends with names the lines tell of. */
function endsIn(log: WireLog, lines: readonly Line[]): number {
  const ids = new Set(
    lines.flatMap((line) => isNote(line) ? [] : [line.first.socket]),
  );
  const ends = log.sockets.filter(({ id }) => ids.has(id))
    .flatMap((socket) => [socket, otherEnd(log, socket)])
    .flatMap((socket) => socket?.name?.en ?? []);
  return new Set(ends).size;
}

function isNote(line: Line): line is Note {
  return "what" in line;
}

/** The steps in their order, and the notes where they belong between them. */
function linesOf(events: readonly WireEvent[], log: WireLog): Line[] {
  const notes = (log.notes ?? []).toSorted((a, b) => a.at - b.at);
  const lines: Line[] = [];
  let from = 0;
  for (const note of notes) {
    const found = events.findIndex((event) => timeOf(event) > note.at);
    const until = Math.max(from, found < 0 ? events.length : found);
    lines.push(...fold(events.slice(from, until)), note);
    from = until;
  }
  return foldWaiting([...lines, ...fold(events.slice(from))]);
}

/** At least so many calls that wait alike, each on its socket, are one line. */
const mostWaiting = 3;

/** Makes one step of calls alike that wait on different sockets. */
function foldWaiting(lines: readonly Line[]): Line[] {
  const key = (line: Line) =>
    !isNote(line) && line.first.outcome === "pending"
      ? `${line.first.side} ${line.first.call}`
      : undefined;
  const groups = Map.groupBy(lines, key);
  return lines.flatMap((line) => {
    const group = key(line) === undefined ? [line] : groups.get(key(line))!;
    if (isNote(line) || group.length < mostWaiting) return line;
    if (line !== group[0]) return [];
    const { first } = line;
    const { last } = group.at(-1) as Step;
    const times = group.reduce((sum, step) => sum + (step as Step).times, 0);
    return { ...line, first, last, times };
  });
}

/**
 * The calls in an order in which causes come before their effects: what sends
 * or opens stands where it began, what receives where it was done, and what
 * still waits at the end. What the check alone needs is left out.
 */
function inOrder(log: WireLog): WireEvent[] {
  return log.events.filter((event) => !isOfTheCheck(log, event))
    .map((event) => ({ event, time: timeOf(event) }))
    .toSorted((a, b) => a.time - b.time || a.event.began - b.event.began)
    .map(({ event }) => event);
}

const causing = ["write", "send", "closeWrite", "close", "connect", "reset"];

function timeOf({ call, outcome, began, ended = began }: WireEvent): number {
  if (outcome === "pending") return 1e12 + began;
  return outcome === "ok" && causing.includes(call) ? began : ended;
}

/** Whether a call says nothing of the student's code or of who it talks to. */
function isOfTheCheck(log: WireLog, event: WireEvent): boolean {
  if (event.outcome !== "ok") return false;
  const socket = log.sockets.find(({ id }) => id === event.socket);
  if (event.side === "student") {
    return (event.call === "listen" || event.call === "listenDatagram") &&
      socket?.lent === true;
  }
  return (event.call === "listen" || event.call === "accept") &&
    socket?.name === undefined && log.peerName.en === "the check";
}

/** The sockets that a failure is about. */
function atFault(log: WireLog, words?: Words): Socket[] {
  const named = words === undefined
    ? []
    : log.sockets.filter(({ name, side }) =>
      side === "peer" && name !== undefined &&
      isNamed(name.en, `${words.came.en} ${words.expected.en}`)
    );
  const id = named.length > 0
    ? undefined
    : words?.mistake === "leavesASocketOpen"
    ? leaks(log)[0]?.socket
    : (log.events.findLast(({ side, outcome, socket }) =>
      side === "student" && outcome === "error" && socket !== undefined
    ) ?? pending(log, "student").findLast(({ call }) => call !== "accept") ??
      log.events.findLast(({ side, socket }) =>
        side === "student" && socket !== undefined
      ))?.socket;
  const ones = named.length > 0
    ? named.slice(0, 2)
    : log.sockets.filter((socket) => socket.id === id);
  return ones.flatMap((socket) => [socket, otherEnd(log, socket) ?? []].flat());
}

/** Whether a text names an end: "client 1", and not "client 12". */
function isNamed(name: string, text: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  return at >= 0 && !/^\w/.test(text.slice(at + name.length));
}

/** Whether a call is one of these sockets, or has made one of them. */
function isOf(
  event: WireEvent,
  fault: readonly Socket[],
  log: WireLog,
): boolean {
  if (event.socket === undefined) return true;
  if (fault.some(({ id, made }) => id === event.socket || made === event)) {
    return true;
  }
  // An error on a listener, or its wait, is everybody's.
  return event.side === "student" && event.outcome !== "ok" &&
    log.sockets.some(({ id, kind }) =>
      id === event.socket && kind === "listener"
    );
}

/** Finds the places of those calls that the words or the steps will name. */
export function describe(scope: Scope, subject: Exercise, words?: Words): void {
  const named = [
    ...storyOf(scope.log, words).lines
      .flatMap((line) => isNote(line) ? [] : [line.first]),
    // No words name more than a few of them, and each place costs its time.
    ...pending(scope.log, "student").slice(-shownSteps),
    ...leaks(scope.log).slice(0, shownSteps),
  ];
  places(scope, named, subject.isSource);
}

/** What a failure says, with the steps that led to it. */
export function tellFailure(
  failure: Failure,
  scope: Scope,
  subject: Exercise,
): Told<Text> {
  const { words, waitsFor } = failure;
  if (!("came" in words)) {
    return mapTold({
      ...noteOf(words),
      ...(waitsFor === undefined ? {} : { waitsFor }),
    }, oneLine);
  }
  describe(scope, subject, words);
  const steps = tell(scope.log, storyOf(scope.log, words));
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
