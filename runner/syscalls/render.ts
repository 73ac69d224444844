/**
 * What the calls of a lesson became, as lines for a terminal.
 *
 * @module
 */
import type { Outcome } from "../../tests/support/outcome.ts";
import type { Text } from "../../tests/support/text.ts";
import { renderCheckName, visible } from "../screen.ts";
import type { Look } from "../screen.ts";
import { wrap } from "../width.ts";
import type { Became } from "./match.ts";
import { errorOf } from "./parse.ts";
import type { SystemCall } from "./parse.ts";

/** The calls of one check. */
export interface Traced {
  check: Outcome;
  became: Became[];
}

/**
 * One block a check. What a line of the exercise became in the same way
 * before is only counted, unless the look is to show all.
 */
export function renderSyscalls(traced: Traced[], look: Look): string[] {
  const shown = new Set<string>();
  return traced.flatMap(({ check, became }) => {
    const lines = renderCheckName(check, look);
    let again = 0;
    for (const one of became) {
      const shape = shapeOf(one);
      if (shown.has(shape) && !look.all) again++;
      else lines.push(...renderCall(one, look));
      shown.add(shape);
    }
    if (again > 0) {
      lines.push(`  ${as(count(again), look)} (--all)`);
    }
    return [...lines, ""];
  });
}

function count(again: number): Text {
  return {
    en: `${again} more ${again === 1 ? "call" : "calls"} as above`,
    ko: `위와 같은 호출 ${again}개 더`,
  };
}

/** One call of the student's code, and below it the system calls. */
export function renderCall({ event, calls }: Became, look: Look): string[] {
  const { place, call, error, outcome } = event;
  const where = place === undefined
    ? as(yourCode, look)
    : `${place.file}:${place.line}`;
  const name = /^(connect|listen|listenDatagram)$/.test(call)
    ? `Deno.${call}()`
    : `${call}()`;
  const came = error === undefined ? "" : ` → ${error.name}`;
  const heading = wrap(`  ${where}  ${name}${came}`, look.columns, 4);
  const lines = folded(calls, look);
  if (calls.length === 0) {
    const why = outcome === "pending"
      ? waiting
      : outcome === "error"
      ? refused
      : unseen;
    lines.push(`(${as(why, look)})`);
  }
  return [
    ...heading.map((line) => look.style("cyan", line)),
    ...lines.flatMap((line) => wrap(`      ${line}`, look.columns, 10)),
  ];
}

/** The calls, and only the first two of many that are alike. */
function folded(calls: readonly SystemCall[], look: Look): string[] {
  const lines: string[] = [];
  for (let i = 0; i < calls.length;) {
    let end = i + 1;
    while (end < calls.length && like(calls[i]) === like(calls[end])) end++;
    const shown = end - i <= 3 || look.all ? end : i + 2;
    for (const call of calls.slice(i, shown)) lines.push(written(call));
    if (shown < end) {
      const more = end - shown;
      const words = { en: `… ${more} more`, ko: `… ${more}개 더` };
      lines.push(`${as(words, look)}  ${calls[i].name}()`);
    }
    i = end;
  }
  return lines;
}

/** A call as C would write it, and what it gave back. */
export function written({ name, args, result }: SystemCall): string {
  return visible(`${name}(${args}) = ${result}`);
}

function shapeOf({ event, calls }: Became): string {
  const kinds = calls.map(like).filter((kind, i, all) => kind !== all[i - 1]);
  return [
    event.place?.line,
    event.call,
    event.outcome,
    event.error?.name,
    ...kinds,
  ].join(" ");
}

function like(call: SystemCall): string {
  return `${call.name} ${errorOf(call)}`;
}

function as(text: Text, { language }: Look): string {
  return text[language];
}

const yourCode: Text = { en: "your code", ko: "내 코드" };
const waiting: Text = {
  en: "the kernel had nothing for it yet: it waits",
  ko: "커널에서 아직 온 것이 없어 기다리는 중",
};
const refused: Text = {
  en: "no system call: Deno gave this error itself",
  ko: "시스템 호출 없음: Deno가 스스로 알린 오류",
};
const unseen: Text = {
  en: "no system call of its own was seen",
  ko: "이 호출만의 시스템 호출은 보이지 않음",
};
