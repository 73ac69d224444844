/**
 * The steps of a wire log in words: who made a call, and what came of it.
 *
 * @module
 */
import { count, join, show } from "../bytes.ts";
import { otherEnd, sampleSize } from "../log/wire_log.ts";
import type { WireEvent, WireLog } from "../log/wire_log.ts";
import { map } from "../text.ts";
import type { Text } from "../text.ts";

/** Calls alike that follow each other, told as one step. */
export interface Step {
  first: WireEvent;
  last: WireEvent;
  times: number;
  /** Bytes of all of them together. */
  size: number;
  /** The first of these bytes, at most {@linkcode sampleSize} of a call. */
  sample?: Uint8Array;
}

/** Folds calls that repeat each other into one step each. */
export function fold(events: readonly WireEvent[]): Step[] {
  const steps: Step[] = [];
  for (const event of events) {
    const step = steps.at(-1);
    const size = event.size ?? 0;
    const { sample } = event;
    if (step !== undefined && alike(step.last, event)) {
      // Where all of it is known so far, what follows can be shown as well.
      if (step.sample?.length === step.size && step.size < sampleSize) {
        step.sample = join([step.sample, sample ?? new Uint8Array()]);
      }
      step.last = event;
      step.times++;
      step.size += size;
    } else steps.push({ first: event, last: event, times: 1, size, sample });
  }
  return steps;
}

/** How to tell a step. */
export interface Telling {
  /** Leave out which end a call went to: there is only one. */
  oneEnd?: boolean;
}

/** One step as a line, without its number. */
export function tellStep(log: WireLog, step: Step, how: Telling = {}): Text {
  const { who, what } = partsOf(log, step, how);
  return map(who, (name, language) => `${name}  ${what[language]}`);
}

/**
 * Who made the calls of a step, and what came of them. The places of its events
 * must have been filled in.
 */
export function partsOf(
  log: WireLog,
  step: Step,
  { oneEnd = false }: Telling = {},
): { who: Text; what: Text } {
  const { first, last, times } = step;
  const socket = log.sockets.find(({ id }) => id === first.socket);
  const where = first.address !== undefined &&
      (first.call === "connect" || first.call === "send")
    ? ` ${first.address.hostname}:${first.address.port}`
    : "";
  const partner = first.side === "student" && socket !== undefined && !oneEnd &&
      first.socket === last.socket
    ? otherEnd(log, socket)?.name
    : undefined;
  const told = map(outcome(step), (outcome, language) => {
    const whom = partner === undefined ? "" : ` [${partner[language]}]`;
    return `${first.call}()${where}${whom} → ${outcome}` +
      repeated(step)[language];
  });
  const who = whoseCall(log, first, last);
  if (first.socket === last.socket || times < 2) return { who, what: told };
  const until = whoseCall(log, last, last);
  return {
    who: map(
      who,
      (name, language) =>
        name === until[language] ? name : `${name} … ${until[language]}`,
    ),
    what: told,
  };
}

function whoseCall(log: WireLog, first: WireEvent, last: WireEvent): Text {
  const socket = log.sockets.find(({ id }) => id === first.socket);
  const place = first.place ?? last.place;
  if (first.side === "peer") return socket?.name ?? log.peerName;
  if (first.byStream) {
    return { en: "a stream of your code", ko: "내 코드의 스트림" };
  }
  if (place !== undefined) return same(`${place.file}:${place.line}`);
  return first.call === "close" && socket?.lent
    ? { en: "the caller", ko: "호출한 쪽" }
    : { en: "your code", ko: "내 코드" };
}

/** Says how often, where a step stands for more than one call. */
function repeated({ last: { call, outcome }, times }: Step): Text {
  if (times === 1 || outcome === "pending") return same("");
  const n = times.toLocaleString("en");
  const isMove = outcome === "ok" && (call === "read" || call === "write");
  return isMove
    ? { en: ` in ${n} ${call}s`, ko: `, ${call}() ${n}번` }
    : { en: `, ${n} times`, ko: `, ${n}번` };
}

function outcome({ first, last: event, times, size, sample }: Step): Text {
  if (event.outcome === "pending") {
    return times === 1 ? { en: "still waiting", ko: "아직 기다리는 중" } : {
      en: `${times} ${plural(event.call)} still wait`,
      ko: `${times}번 부른 것이 모두 기다리는 중`,
    };
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
      const known = sample ?? first.sample;
      const excerpt = size === 0 || known === undefined
        ? ""
        : ` ${show(known, wholeUntil(known, shownBytes, size), size)}`;
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

/** How many bytes of a step are shown. */
const shownBytes = 24;

/**
 * How many of the first `most` bytes can be shown so that our cut goes through
 * no character: what a call itself has cut is shown as it is (RFC 3629, 3).
 */
function wholeUntil(bytes: Uint8Array, most: number, size: number): number {
  const end = Math.min(most, bytes.length);
  if (end === size) return end;
  let start = end - 1;
  while (start > 0 && end - start < 4 && bytes[start] >> 6 === 0b10) start--;
  const lead = bytes[start];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return start + length > end ? start : end;
}

function plural(call: string): string {
  return call === "closeWrite" ? "half-closes" : `${call}s`;
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
