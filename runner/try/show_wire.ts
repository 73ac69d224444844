/**
 * The wire as it happens, as lines: what is new in a log since the last time.
 *
 * @module
 */
import type { Text } from "../../tests/support/text.ts";
import { fold, partsOf } from "../../tests/support/verdict/steps.ts";
import type { Step } from "../../tests/support/verdict/steps.ts";
import type { WireEvent, WireLog } from "../../tests/support/log/wire_log.ts";
import { visible } from "../screen.ts";
import type { Look } from "../screen.ts";
import { pad, wrap } from "../width.ts";
import { leftOut } from "./words.ts";

/** Shows what is new in a log. */
export interface WireShower {
  /** The calls that have come to their end since the last time. */
  news(): string[];
  /** The calls that wait and have not been told of before. */
  waits(): string[];
}

/** Steps that are shown at once, before and after those that are left out. */
const shown = { first: 14, last: 6 };

/** The columns of whose call it is. */
const names = 24;

/** Shows a log from here on. */
export function wireShower(
  log: WireLog,
  { language, columns, style }: Pick<Look, "language" | "columns" | "style">,
): WireShower {
  const told = new Set<WireEvent>();
  const toldWaiting = new Set<WireEvent>();
  const line = (step: Step) => {
    const { who, what } = partsOf(log, step);
    const name = pad(visible(who[language]), names);
    const [first, ...more] = wrap(
      `${name} ${visible(what[language])}`,
      columns,
      names + 3,
    );
    const isTheirs = step.first.side === "peer";
    const format = step.first.outcome === "error"
      ? "red"
      : isTheirs
      ? "cyan"
      : "bold";
    const { length } = name;
    return [
      style(format, first.slice(0, length)) + first.slice(length),
      ...more,
    ];
  };
  return {
    news() {
      const fresh = log.events.filter((event) =>
        event.outcome !== "pending" && !told.has(event) && !isEcho(event)
      );
      fresh.forEach((event) => told.add(event));
      const steps = fold(fresh.sort((a, b) => time(a) - time(b)));
      const out = steps.length - shown.first - shown.last;
      if (out <= 1) return steps.flatMap(line);
      return [
        ...steps.slice(0, shown.first).flatMap(line),
        leftOut(out)[language],
        ...steps.slice(-shown.last).flatMap(line),
      ];
    },
    waits() {
      const fresh = log.events.filter((event) =>
        event.outcome === "pending" && !toldWaiting.has(event) &&
        (event.side === "student" || theirWaits.includes(event.call))
      );
      fresh.forEach((event) => toldWaiting.add(event));
      return fold(fresh).flatMap(line);
    },
  };
}

/**
 * Whether a read of the partner has failed only because the partner has closed
 * the socket itself, or could not write: that has been told. (The words are
 * those of node:net, in which its ends are written.)
 */
function isEcho({ side, call, error }: WireEvent): boolean {
  return side === "peer" && call === "read" &&
    /\bwrite\b|Premature close/.test(error?.message ?? "");
}

/**
 * When a call is told: what takes something in, when it had it; all else when
 * it began, because its effect may be there before it comes back.
 */
function time({ call, began, ended }: WireEvent): number {
  return takesIn.includes(call) ? ended ?? began : began;
}

const takesIn: readonly WireEvent["call"][] = ["accept", "read", "receive"];

/** What of the partner is worth saying that it waits: the rest is its nature. */
const theirWaits: readonly WireEvent["call"][] = ["connect", "write"];

/** A sentence that is no call, set apart from those. */
export function noteLines(
  note: Text,
  { language, columns }: Pick<Look, "language" | "columns">,
): string[] {
  return wrap(`* ${visible(note[language])}`, columns, 2);
}
