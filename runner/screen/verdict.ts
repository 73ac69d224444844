/**
 * What a graded lesson looks like in a terminal: data in, lines out. States
 * are words and not only signs or colours, so that a screen reader tells them.
 *
 * @module
 */
import { withCommands } from "../../tests/support/deno_command.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import type {
  LessonState,
  Outcome,
} from "../../tests/support/verdict/outcome.ts";
import {
  answersOf,
  finerPoint,
  messageOf,
  stepsTitle,
} from "../../tests/support/verdict/told.ts";
import type { Told } from "../../tests/support/verdict/told.ts";
import type { Lesson } from "../course.ts";
import { counted, groupsOf, rootOf, shownAs } from "../run/verdict.ts";
import type { Shown, Verdict } from "../run/verdict.ts";
import { renderMarkdown } from "./markdown.ts";
import type { PageLook } from "./markdown.ts";
import type { Page } from "./page.ts";
import type { Style } from "./terminal.ts";
import { pad, widthOf, wrap } from "./width.ts";

/** How to show things: to whom, in how many columns, in which colours. */
export interface Look extends PageLook {
  language: Language;
  /** Show every failure in full. */
  all: boolean;
}

/** The names of the states, all of one width within a language. */
export const stateNames: Record<Shown, Text> = {
  passed: { en: "passed", ko: "통과" },
  failed: { en: "FAILED", ko: "실패" },
  "not started": { en: "not started", ko: "시작 전" },
  "could not be checked": { en: "not checked", ko: "검사 못 함" },
  "not on this system": { en: "not here", ko: "해당 없음" },
  "finer point": { en: "extra", ko: "추가" },
};

const colours: Record<Shown, Parameters<Style>[0]> = {
  passed: "green",
  failed: "red",
  "not started": "dim",
  "could not be checked": "yellow",
  "not on this system": "dim",
  "finer point": "yellow",
};

/** The lines above the checks: which lesson, which file. */
export function renderTitle(lesson: Lesson, page: Page, look: Look): string[] {
  const file = `lessons/${lesson.folder}/${lesson.name}.ts`;
  const number = { en: `Lesson ${lesson.number}`, ko: `${lesson.number}과` };
  return [
    look.style("bold", `${number[look.language]}. ${page.title}`),
    look.style("dim", file),
    "",
  ];
}

/** One line for a check that is done, and what is to be said of it. */
function renderCheck(
  check: Outcome,
  look: Look,
  inFull: boolean,
  toldBefore = false,
): string[] {
  const names = Object.values(stateNames).map((name) => name[look.language]);
  const column = Math.max(...names.map(widthOf)) + 2;
  const state = shownAs(check);
  const name = pad(stateNames[state][look.language], column);
  const sentence = state === "finer point"
    ? finerPoint(check.name, look.language)
    : check.name;
  const [first, ...more] = wrap(name + sentence, look.columns, column);
  const head = look.style(colours[state], first.slice(0, name.length)) +
    first.slice(name.length);
  const below = toldBefore
    ? [{ en: "(as above)", ko: "(위와 같음)" }[look.language]]
    : details(check, look, inFull);
  return [head, ...more, ...indent(below)];
}

/** The line that names a check and its state, wrapped. */
export function renderCheckName(check: Outcome, look: Look): string[] {
  const { told: _, ...bare } = check;
  return renderCheck({ ...bare, printed: "" }, look, false);
}

/**
 * The checks, with what is to be said of each. Where one has failed, only that
 * is told of the others which helps to go on, and the first failure is left to
 * {@linkcode renderFailure}, so that it can be the last thing on the screen.
 */
export function renderChecks({ checks }: Verdict, look: Look): string[] {
  const first = firstFailure(checks);
  const short = first !== undefined && !look.all;
  const waiting = groupsOf(checks);
  let above = "";
  return checks.flatMap((check) => {
    if (check === first) return [];
    const { state, told } = check;
    const group = waiting.get(check);
    if (group !== undefined && (short || group.length > 1) && !look.all) {
      return check === group[0] ? renderGroup(group, checks, look) : [];
    }
    if (short && (state === "passed" || state === "not started")) {
      const alike = counted(checks).filter((other) => other.state === state);
      return check === alike[0] ? renderCount(alike, look) : [];
    }
    const message = messageOf(told, look.language);
    const isAbove = message !== "" && message === above;
    above = message;
    // Who has not passed mends that before a finer point.
    const inFull = !short || look.all || state !== "failed";
    return renderCheck(check, look, inFull, isAbove);
  });
}

/** How many lines the first failure takes at the most, of a terminal's 24. */
const screenful = 22;

/**
 * The first failure in full, below all else. `said` is what the compiler says
 * of the same line. Steps are left out where it would not fit the terminal.
 */
export function renderFailure(
  { checks }: Verdict,
  look: Look,
  said?: string,
): string[] {
  const first = firstFailure(checks);
  if (first === undefined) return [];
  const head: Text = {
    en: `The compiler says of line ${first.place?.line}:`,
    ko: `${first.place?.line}번째 줄을 컴파일러는 이렇게 말합니다.`,
  };
  const leading = said === undefined ? [] : indent([
    look.style("bold", head[look.language]),
    ...wrapLines(said, look.columns - 4).map((line) => `  ${line}`),
  ]);
  const { steps = [] } = first.told ?? {};
  for (let from = 0;; from++) {
    const check = from === 0 ? first : {
      ...first,
      told: { ...first.told, steps: lastSteps(from, first, look) },
    };
    const [name, ...rest] = renderCheck(check, look, true);
    const lines = ["", name, ...leading, ...rest];
    if (lines.length <= screenful || look.all || from >= steps.length - 2) {
      return lines;
    }
  }
}

/** The steps of a failure without the first ones. */
function lastSteps(from: number, { told }: Outcome, look: Look): string[] {
  const left: Text = {
    en: "     (earlier steps: see --all)",
    ko: "     (앞의 단계는 --all로 볼 수 있음)",
  };
  const steps = told?.steps?.filter((step) => /^ *\d/.test(step)) ?? [];
  return [left[look.language], ...steps.slice(from)];
}

function firstFailure(checks: readonly Outcome[]): Outcome | undefined {
  return checks.find((check) => shownAs(check) === "failed");
}

/** How many checks are in a state, as one line. */
function renderCount(alike: readonly Outcome[], look: Look): string[] {
  const name: Text = {
    en: alike.length === 1 ? "1 check" : `${alike.length} checks`,
    ko: `검사 ${alike.length}개`,
  };
  const { state } = alike[0];
  return renderCheckName(
    { name: name[look.language], state, printed: "", ms: 0 },
    look,
  );
}

/** Checks that were not run for one and the same reason. */
function renderGroup(
  group: readonly Outcome[],
  checks: readonly Outcome[],
  look: Look,
): string[] {
  const root = rootOf(group[0], checks);
  const n = group.length;
  const isFirst = root === firstFailure(checks)?.name;
  const en = n === 1 ? "1 check" : `${n} checks`;
  const wait = n === 1 ? "waits" : "wait";
  const name: Text = root === undefined
    ? n === 1
      ? { en: group[0].name, ko: group[0].name }
      : { en, ko: `검사 ${n}개` }
    : isFirst
    ? {
      en: `${en} ${wait} for the first failure`,
      ko: `첫 실패를 기다리는 검사 ${n}개`,
    }
    : {
      en: `${en} ${wait} for: ${root}`,
      ko: `다음 검사를 기다리는 검사 ${n}개: ${root}`,
    };
  const { note } = group[0].told ?? {};
  return renderCheck(
    {
      ...group[0],
      name: name[look.language],
      told: root === undefined && note !== undefined ? { note } : undefined,
      printed: "",
    },
    look,
    false,
  );
}

/** What this copy of the course has for somebody with a verdict. */
export interface Offer {
  /** What to do when the lesson is passed, if it is more than to go on. */
  passed?: Text;
  /** False for a lesson without hints. */
  hints?: boolean;
  /** The Markdown of what somebody can do now who has passed. */
  can?: string;
  /** True of the last lesson that there is. */
  isLast?: boolean;
}

const goOn: Text = {
  en: "Go on with the next one:",
  ko: "다음 과로 넘어가십시오.",
};

/** What is to be said below all checks: the verdict and what to do now. */
export function renderVerdict(
  verdict: Verdict,
  look: Look,
  offer: Offer = {},
): string[] {
  const { language, columns, style } = look;
  const must = counted(verdict.checks);
  const total = must.length;
  const passed = must.filter(({ state }) => state === "passed").length;
  const lines = verdict.note === undefined ? [] : [
    "",
    ...visible(withCommands(verdict.note, look.deno)).split("\n")
      .flatMap((line) => wrap(line, columns)),
  ];
  // With a note the run came to its end early, and more checks there are.
  const sum: Text = verdict.note === undefined
    ? {
      en: `${passed} of ${total} checks passed.`,
      ko: `검사 ${total}개 가운데 ${passed}개를 통과했습니다.`,
    }
    : total === 0
    ? { en: "No check was run.", ko: "실행한 검사가 없습니다." }
    : {
      en: `Of the checks that were run, ${passed} of ${total} passed.`,
      ko: `실행한 검사 ${total}개 가운데 ${passed}개를 통과했습니다.`,
    };
  const words: Record<LessonState, Text> = {
    passed: { en: "Lesson passed.", ko: "이 과를 통과했습니다." },
    failed: { en: "Not passed yet.", ko: "아직 통과하지 못했습니다." },
    "not started": passed === 0
      ? { en: "Not started.", ko: "아직 시작하지 않았습니다." }
      : { en: "Not finished yet.", ko: "아직 다 하지 않았습니다." },
    "could not be checked": {
      en: "Could not be checked.",
      ko: "검사할 수 없었습니다.",
    },
  };
  const state = style(colours[verdict.state], words[verdict.state][language]);
  return [
    ...lines,
    "",
    `${state} ${sum[language]}`,
    ...uncounted(verdict.checks, look),
    ...verdict.state === "passed" && offer.can
      ? ["", ...renderMarkdown(offer.can, look), ""]
      : [],
    ...nextStep(verdict, look, offer),
  ];
}

/** Says what does not count: finer points, and what this system cannot show. */
function uncounted(
  checks: readonly Outcome[],
  { language, columns }: Look,
): string[] {
  const [finer, lacking] = (["finer point", "not on this system"] as const)
    .map((one) => checks.filter((check) => shownAs(check) === one).length);
  const words: Text[] = [{
    en: finer === 1
      ? "One finer point is missed: the lesson is passed without it."
      : `${finer} finer points are missed: the lesson is passed without them.`,
    ko: `더 챙길 점이 ${finer}개 있습니다. 없어도 이 과는 통과합니다.`,
  }, {
    en: lacking === 1
      ? "One more check is not possible on this system, and does not count."
      : `${lacking} more checks are not possible on this system, and do not count.`,
    ko: `이 시스템에서 할 수 없는 검사 ${lacking}개는 세지 않았습니다.`,
  }];
  return words.filter((_, i) => [finer, lacking][i] > 0)
    .flatMap((text) => wrap(text[language], columns));
}

/** The task of a lesson that nobody has begun. */
export function renderTask(page: Page, look: Look): string[] {
  return [...renderMarkdown(page.task, look), ""];
}

/** A sentence, and below it the command it speaks of. */
function nextStep(
  { lesson, state, checks }: Verdict,
  look: Look,
  { isLast = false, passed = isLast ? allDone : goOn, hints = true }: Offer,
): string[] {
  const here = `${look.deno} task lesson ${lesson.number}`;
  const file = `lessons/${lesson.folder}/${lesson.name}.ts`;
  const steps: Record<LessonState, Text & { command: string }> = {
    passed: {
      ...passed,
      command: `${look.deno} task lesson${isLast ? " --list" : ""}`,
    },
    failed: hints
      ? {
        en: "Mend the first failure, then run it again. For a hint:",
        ko: "첫 실패부터 고치고 다시 실행하십시오. 힌트를 보려면:",
        command: `${here} --hint`,
      }
      : {
        en: "Mend the first failure, then run it again:",
        ko: "첫 실패부터 고치고 다시 실행하십시오.",
        command: here,
      },
    "not started": {
      en: `Open ${file} and write the functions. First read the page:`,
      ko: `${file} 파일을 열어 함수를 작성하십시오. 먼저 설명을 읽으십시오.`,
      command: `${here} --read`,
    },
    "could not be checked": {
      en: "Read above what is missing, then run it again:",
      ko: "무엇이 문제인지 위를 읽고 다시 실행하십시오.",
      command: here,
    },
  };
  const { command, [look.language]: sentence } = steps[state];
  const lines = [...wrap(sentence, look.columns), `    ${command}`];
  return offersPicture(checks)
    ? [...lines, `${inAPicture[look.language]} ${here} --picture`]
    : lines;
}

const allDone: Text = {
  en: "That was the last lesson. How far you have come in all of them:",
  ko: "마지막 과입니다. 모든 과를 어디까지 했는지 보려면:",
};

/** True where a failure has steps, and they have not been drawn. */
function offersPicture(checks: readonly Outcome[]): boolean {
  return checks.some(({ state, extra, told, wire }) =>
    state === "failed" && !extra && wire === undefined &&
    told?.steps !== undefined
  );
}

const inAPicture: Text = {
  en: "What happened, as a picture:",
  ko: "일어난 일을 그림으로 보려면:",
};

function details(check: Outcome, look: Look, inFull: boolean): string[] {
  const width = look.columns - 4;
  const lines = check.told === undefined ? [] : renderTold(
    inFull || check.state !== "failed"
      ? check.told
      : { note: check.told.note, came: check.told.came },
    look,
    width,
  );
  if (check.printed === "" || !(inFull || check.state === "passed")) {
    return lines;
  }
  const printed: Text = { en: "Your code printed:", ko: "코드가 출력한 것:" };
  return [
    ...lines,
    look.style("bold", printed[look.language]),
    ...printedLines(check.printed, look, width),
  ];
}

/** What is said of a check, in lines of at most `width` columns. */
export function renderTold(told: Told, look: Look, width: number): string[] {
  const { note, steps = [] } = told;
  const words = (text: string) => withCommands(text, look.deno);
  const bold = (label: string) => look.style("bold", label);
  return [
    ...(note === undefined ? [] : wrapLines(words(note), width)),
    ...answersOf(told, look.language).flatMap(({ label, text }) => {
      const head = `${label}: `;
      const [first, ...more] = wrapLines(
        head + words(text),
        width,
        widthOf(head),
      );
      return [bold(head) + first.slice(head.length), ...more];
    }),
    ...(steps.length === 0 ? [] : [`${stepsTitle[look.language]}:`]),
    ...steps.flatMap((step) => wrapLines(step, width, 5)),
  ];
}

/** A text may have several lines: what the compiler says, for example. */
function wrapLines(text: string, width: number, indent = 0): string[] {
  return visible(text).split("\n")
    .flatMap((line) => wrap(line, width, Math.min(indent, 5)));
}

/** The first lines of what was printed. */
function printedLines(text: string, look: Look, width: number): string[] {
  const most = 12;
  const lines = visible(text.trimEnd()).split("\n")
    .flatMap((line) => wrap(line, width - 2));
  const more: Text = { en: "… and more", ko: "… 그 밖에 더 있습니다" };
  const shown = lines.slice(0, most).map((line) => `| ${line}`);
  return lines.length <= most ? shown : [...shown, more[look.language]];
}

/**
 * A text that came from the student's code: a terminal must not act on the
 * control characters in it (ECMA-48, C0 and C1).
 */
export function visible(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\t", "    ")
    // deno-lint-ignore no-control-regex
    .replaceAll(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/g, "·");
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => line === "" ? "" : `    ${line}`);
}
