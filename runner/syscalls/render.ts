/**
 * What the calls of a lesson became, as lines for a terminal.
 *
 * @module
 */
import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { shownAs } from "../run/verdict.ts";
import { renderCheckName, visible } from "../screen/verdict.ts";
import type { Look } from "../screen/verdict.ts";
import { wrap } from "../screen/width.ts";
import { errorOf } from "./trace.ts";
import type { Became, SystemCall } from "./trace.ts";

/** The calls of one check. */
export interface Traced {
  check: Outcome;
  became: Became[];
}

/**
 * One block a check. What a line of the exercise became in the same way
 * before is only counted, unless the look is to show all. A check that did not
 * fail and has nothing new is left out.
 */
export function renderSyscalls(traced: Traced[], look: Look): string[] {
  if (traced.every(({ became }) => became.length === 0)) {
    return [...wrap(as(nothing, look), look.columns), ""];
  }
  const shown = new Set<string>();
  const lines: string[] = [];
  let silent = 0;
  for (const { check, became } of traced) {
    const fresh = became.filter((one) => {
      const shape = shapeOf(one);
      const before = shown.has(shape);
      shown.add(shape);
      return !before || look.all;
    });
    if (fresh.length === 0 && shownAs(check) !== "failed") {
      if (check.state === "passed") silent++;
      continue;
    }
    lines.push(...renderCheckName(check, look));
    for (const one of fresh) lines.push(...renderCall(one, look));
    const again = became.length - fresh.length;
    if (again > 0) lines.push(`  (${as(moreCalls(again), look)})`);
    lines.push("");
  }
  if (lines.some((line) => line.endsWith("EINPROGRESS"))) {
    lines.push(as(inProgress, look), "");
  }
  if (silent > 0) lines.push(`(${as(moreChecks(silent), look)})`, "");
  return lines;
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
  // The name of an error is enough.
  return visible(`${name}(${args}) = ${result.replace(/^(-1 \w+) .*/, "$1")}`);
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

/** Counts the calls of a check that are not shown. */
export function moreCalls(count: number): Text {
  return {
    en: `${count} more ${count === 1 ? "call" : "calls"} as above; --all: each`,
    ko: `위와 같은 호출 ${count}개 더. 모두 보려면 --all`,
  };
}

/** Counts the checks that are not shown. */
export function moreChecks(count: number): Text {
  const checks = count === 1 ? "1 more check" : `${count} more checks`;
  return {
    en: `${checks} passed with nothing new; --all shows them`,
    ko: `통과했고 새로운 호출이 없는 검사 ${count}개 더. 모두 보려면 --all`,
  };
}

/** Who made a call whose line is not known. */
export const yourCode: Text = { en: "your code", ko: "내 코드" };

/** Why a call that has not ended became nothing. */
export const waiting: Text = {
  en: "the kernel had nothing for it yet: it waits",
  ko: "커널에서 아직 온 것이 없어 기다리는 중",
};

/** Why a call that failed may have become nothing. */
export const refused: Text = {
  en: "no system call: Deno gave this error itself",
  ko: "시스템 호출 없음: Deno가 스스로 알린 오류",
};

/** What is said of a call for which nothing was found. */
export const unseen: Text = {
  en: "no system call of its own was seen",
  ko: "이 호출만의 시스템 호출은 보이지 않음",
};

/** What the one error is that is none, where it was shown. */
export const inProgress: Text = {
  en:
    "EINPROGRESS: connect() returned at once, and the kernel goes on with it.",
  ko: "EINPROGRESS: connect()는 바로 돌아왔고, 연결은 커널이 계속 진행합니다.",
};

/** What is said of a run without any call. */
export const nothing: Text = {
  en: "Your code made no call on a socket, so there is nothing to show yet.",
  ko: "코드가 소켓을 쓰지 않아 아직 보여 줄 시스템 호출이 없습니다.",
};

/** Leads to what a failure is about. */
export const inWords: Text = {
  en: "What failed, in words:",
  ko: "무엇이 실패했는지 말로 보려면:",
};
