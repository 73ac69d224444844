/**
 * The picture of one check as data: lines side by side, rows from top to
 * bottom. Every renderer draws this and nothing else.
 *
 * @module
 */
import type { Recording } from "../../tests/support/log/recording.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Told } from "../../tests/support/verdict/told.ts";
import { keyOf, lifelinesOf } from "./lifelines.ts";
import type { Lifeline } from "./lifelines.ts";
import { onOneClock, orderOf, pairsOf } from "./order.ts";
import { rowsOf } from "./rows.ts";
import type { Row } from "./rows.ts";
import { cCall, labelOf, left } from "./words.ts";
import type { Label } from "./words.ts";

/** A call beside a row. */
export interface Beside {
  /** The line of the exercise, where it is known. */
  line?: number;
  /** The C call of the lecture. */
  call: string;
  /** How many calls alike this stands for. */
  times: number;
  /** The line of whoever made it. */
  at: number;
}

/** One row of a picture, with its words. */
export interface DrawnRow extends Pick<Row, "from" | "to" | "stopped"> {
  kind: Row["kind"] | "fold";
  fault: boolean;
  /** True for what is no mistake by itself, but worth a look. */
  notable: boolean;
  waiting: number;
  label: Label;
  /** The calls of the student's code, and of the other end. */
  mine?: Beside;
  theirs?: Beside;
  /** The events that the row tells, by their index. */
  events: number[];
}

/** The picture of one check. */
export interface Picture {
  name: string;
  state: Outcome["state"];
  /** What is to be said of the check, if it has not passed, but its steps. */
  told?: Told;
  /** The file of the exercise. */
  file: string;
  lines: Lifeline[];
  rows: DrawnRow[];
}

/** How much goes into a picture. */
export interface Size {
  /** How many other ends have a line of their own. */
  ends: number;
  rows: number;
}

/** After this many milliseconds without any event a check is ended. */
const silence = 2_000;

/** Draws the wire of a check; undefined if none was recorded. */
export function layout(outcome: Outcome, size: Size): Picture | undefined {
  const { state } = outcome;
  if (outcome.wire === undefined) return undefined;
  const recording = complete(outcome.wire);
  const pairs = pairsOf(recording);
  let lifelines = lifelinesOf(recording, size.ends, false);
  const wire = onOneClock(recording, lifelines, pairs);
  const failed = state === "failed";
  const pending = wire.events.some((event) =>
    event.side === "student" && event.outcome === "pending"
  );
  const hung = failed && pending && outcome.ms >= silence;
  let order = orderOf(wire, lifelines.own, pairs, false);
  if (needsQueue()) {
    lifelines = lifelinesOf(wire, size.ends - 1, true);
    order = orderOf(wire, lifelines.own, pairs, true);
  }
  const rows = rowsOf(wire, lifelines, pairs, order, { failed, hung });
  const folded = fold(rows.map(keyOf));
  const shown = shorten(folded, size.rows, (at) => rows[at].fault);
  return {
    name: outcome.name,
    state,
    ...withoutSteps(outcome),
    file: wire.events.find(({ place }) => place)?.place?.file ?? "",
    lines: lifelines.lines,
    rows: shown.map(draw),
  };

  /** True if a client had to wait until the student's code accepted it. */
  function needsQueue(): boolean {
    const { events, sockets } = wire;
    const ports = new Set(
      sockets.filter(({ side, kind }) =>
        side === "student" && kind === "listener"
      ).map(({ local }) => local.port),
    );
    return events.some(({ side, call, address, error }, i) =>
      side === "peer" && call === "connect" && address !== undefined &&
      error?.name !== "ConnectionRefused" &&
      ports.has(address.port) &&
      !pairs.takers[i].some((taker) => order.absorbed[taker])
    );
  }

  /** Rows with the same key look the same, but for their bytes. */
  function keyOf(row: Row): string {
    const { call, outcome, place, error } = wire.events[row.event];
    const takers = row.takers.map((i) => wire.events[i].place?.line);
    const marks = [
      row.kind,
      row.stopped,
      row.fault,
      pairs.unread.has(row.event),
    ];
    const who = [row.from, row.to, call, outcome, place?.line, error?.name];
    return [...who, ...marks, ...takers].join();
  }

  function draw(entry: Folded): DrawnRow {
    return "at" in entry ? drawRow(rows[entry.at]) : drawFold(entry);
  }

  function drawRow(row: Row): DrawnRow {
    const event = wire.events[row.event];
    const unread = mindful(row) ? pairs.unread.get(row.event) : undefined;
    const client = lifelines.at(event.address);
    const { kind: who, name } = lifelines.lines[client ?? 0];
    const label = labelOf(
      row,
      event,
      unread,
      client !== undefined && who === "peer" ? name : undefined,
    );
    const events = [row.event, ...row.takers];
    const unnamed = row.kind === "unclosed" && !event.leaked;
    const named = unnamed ? [] : events;
    const { own, lines } = lifelines;
    // Two programs of the student's face each other as two ends do.
    const mine = named.find((i) => own[i] === 0) ??
      named.find((i) => lines.length > 2 && lines[own[i]].kind === "student");
    const theirs = named.find((i) => own[i] !== own[mine ?? -1]);
    const { kind, from, to, stopped, fault, waiting } = row;
    const notable = unread !== undefined || event.outcome === "error" ||
      kind === "never" || kind === "unclosed";
    return {
      ...{ kind, from, to, stopped, fault, notable, waiting, label, events },
      mine: mine === undefined ? mine : beside(mine),
      theirs: theirs === undefined ? theirs : beside(theirs),
    };
  }

  function beside(i: number): Beside {
    const { call, place, times } = wire.events[i];
    const at = lifelines.own[i];
    return { line: place?.line, call: cCall(call).short, times, at };
  }

  /** What an end leaves unread matters where it is the student's end. */
  function mindful({ event, to }: Row): boolean {
    return wire.events[event].call === "send" ||
      lifelines.lines[to].kind === "student";
  }

  function drawFold(entry: Exclude<Folded, { at: number }>): DrawnRow {
    const { from, length, times } = entry;
    const first = rows[from];
    const sizes = new Set<number | undefined>();
    for (let i = 0; i < (length === 1 ? times : 0); i++) {
      sizes.add(wire.events[rows[from + i].event].size);
    }
    const size = sizes.size === 1 ? [...sizes][0] : undefined;
    return {
      kind: "fold",
      from: first.from,
      to: first.to,
      stopped: false,
      fault: length === 1 && first.fault,
      notable: false,
      waiting: first.waiting,
      label: { words: left(times, length, size) },
      events: [],
    };
  }
}

/** The answers of a failure, without the steps that the picture shows. */
function withoutSteps({ state, told }: Outcome): Pick<Picture, "told"> {
  if (state === "passed" || told === undefined) return {};
  const { steps: _, ...rest } = told;
  return { told: rest };
}

/** The name of a check's picture for those who do not see it. */
export function titleOf({ name }: Picture): Text {
  return {
    en: `Sequence diagram: ${name}`,
    ko: `시퀀스 다이어그램: ${name}`,
  };
}

/*
 * Folds a long list: what repeats itself is shown once at its begin and once
 * at its end, with the number of repetitions between.
 */

/** Something that is shown, or `times` repetitions of the `length` before. */
export type Folded =
  | { at: number }
  | { from: number; length: number; times: number };

/** The longest part whose repetition is found. */
const longest = 12;

/** What is repeated less often is shown in full. */
const fewest = 4;

/**
 * Folds a list of keys: things with the same key look the same.
 */
export function fold(keys: readonly unknown[]): Folded[] {
  const folded: Folded[] = [];
  const show = (from: number, to: number) => {
    for (let at = from; at < to; at++) folded.push({ at });
  };
  for (let at = 0; at < keys.length;) {
    const { length, times } = longestRun(keys, at);
    if (times < fewest) {
      show(at, ++at);
      continue;
    }
    const end = at + length * times;
    show(at, at + length);
    folded.push({ from: at + length, length, times: times - 2 });
    show(end - length, end);
    at = end;
  }
  return folded;
}

/** The repetition at `at` that covers most. */
function longestRun(
  keys: readonly unknown[],
  at: number,
): { length: number; times: number } {
  let best = { length: 1, times: 1 };
  for (let length = 1; length <= longest; length++) {
    let end = at + length;
    while (end < keys.length && keys[end] === keys[end - length]) end++;
    const times = Math.floor((end - at) / length);
    if (times >= fewest && times * length > best.times * best.length) {
      best = { length, times };
    }
  }
  return best;
}

/**
 * Leaves out the middle of a list that is still too long, but nothing that
 * `keep` holds for. What is left out is one entry with `length` 0.
 */
export function shorten(
  list: readonly Folded[],
  most: number,
  keep: (at: number) => boolean,
): Folded[] {
  if (list.length <= most) return [...list];
  const head = Math.ceil(most / 2);
  const tail = list.length - Math.floor(most / 2);
  const short: Folded[] = [];
  let kept = 0;
  list.forEach((entry, i) => {
    const shown = i < head || i >= tail ||
      ("at" in entry && keep(entry.at) && kept++ < most);
    const last = short.at(-1);
    if (shown) short.push(entry);
    else if (last !== undefined && "length" in last && last.length === 0) {
      last.times += countOf(entry);
    } else {
      const from = "at" in entry ? entry.at : entry.from;
      short.push({ from, length: 0, times: countOf(entry) });
    }
  });
  return short;
}

function countOf(entry: Folded): number {
  return "at" in entry ? 1 : Math.max(1, entry.length) * entry.times;
}

/**
 * Gives each connect that has come about its socket. An end that plays from
 * outside of Deno, to break a connection off, is recorded in two parts: the
 * connect, and the connection.
 */
export function complete(recording: Recording): Recording {
  const { sockets, events } = recording;
  const made = new Set(
    events.map(({ call, socket }) => call === "connect" ? socket : undefined),
  );
  const free = new Map<string, number[]>();
  for (const { id, side, kind, remote } of sockets) {
    if (kind !== "connection" || remote === undefined || made.has(id)) continue;
    const key = `${side} ${keyOf(remote)}`;
    free.set(key, [...free.get(key) ?? [], id]);
  }
  return {
    ...recording,
    events: events.map((event) => {
      const { call, side, socket, outcome, address } = event;
      const lacks = call === "connect" && socket === undefined &&
        outcome === "ok" && address !== undefined;
      const found = lacks
        ? free.get(`${side} ${keyOf(address)}`)?.shift()
        : undefined;
      return found === undefined ? event : { ...event, socket: found };
    }),
  };
}

/** Where `count` lines stand from the first to the last, in whole units. */
export function spread(count: number, first: number, last: number): number[] {
  const step = count === 1 ? 0 : (last - first) / (count - 1);
  return Array.from({ length: count }, (_, i) => Math.round(first + i * step));
}
