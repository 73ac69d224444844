/**
 * The picture of one check as data: lines side by side, rows from top to
 * bottom. Every renderer draws this and nothing else.
 *
 * @module
 */
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Told } from "../../tests/support/verdict/told.ts";
import { cCall } from "./c_calls.ts";
import { onOneClock } from "./clocks.ts";
import { complete } from "./complete.ts";
import { fold, shorten } from "./fold.ts";
import type { Folded } from "./fold.ts";
import { lifelinesOf } from "./lifelines.ts";
import type { Lifeline } from "./lifelines.ts";
import { orderOf } from "./order.ts";
import { pairsOf } from "./pairs.ts";
import { rowsOf } from "./rows.ts";
import type { Row } from "./rows.ts";
import { labelOf, left } from "./words.ts";
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
