/**
 * The pieces of the pages with marks: what somebody else wrote as text that is
 * safe in HTML, links between the pages, marks, states, tables and bars.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import { keepFromLoading } from "../../../tests/support/verdict/told.ts";
import { escape } from "../../picture/svg.ts";
import type { Shown } from "../../run/verdict.ts";
import type { LessonRecord, MarkedLesson } from "../record.ts";

/** The name of a page's file in each language; both stand side by side. */
export const pageFiles: Record<Language, string> = {
  en: "index.html",
  ko: "index.ko.html",
};

/**
 * Text that may stand in HTML and in XML 1.0, between tags and in an attribute
 * in double quotes, whatever a submission made of it: control characters are
 * shown as a dot, and half a surrogate pair as U+FFFD.
 */
export function markup(text: string): string {
  return escape(text.toWellFormed().replaceAll("\r\n", "\n"));
}

/** The id of a lesson on a student's page, and of one of its checks, from 0. */
export function anchorOf(
  { number }: Pick<MarkedLesson, "number">,
  check?: number,
): string {
  const lesson = `lesson-${number}`;
  return check === undefined ? lesson : `${lesson}-${check + 1}`;
}

/**
 * The address of a student's page, seen from the overview. What a name may
 * contain and an address may not is encoded (RFC 3986, section 2.1).
 */
export function pageOf(student: string, language: Language): string {
  const name = encodeURIComponent(student.toWellFormed());
  return `students/${name}/${pageFiles[language]}`;
}

/** A student's name as a link to a place on the page, or to its begin. */
export function link(student: string, language: Language, anchor = ""): string {
  return `<a href="${markup(pageOf(student, language))}${anchor}"><bdi>${
    markup(student)
  }</bdi></a>`;
}

/**
 * A mark as it is shown: from 0 to 100 with at most one decimal, and a point
 * before it in every language of the course. Only what is complete is shown
 * as 100, and only what is nothing as 0.
 */
export function percent(mark: number): string {
  // A mean of many marks may miss a whole number by a hair.
  const exact = Math.round(mark * 1e6) / 1e6;
  const tenths = Math.round(exact * 10);
  if (exact < 100 && tenths >= 1000) return "99.9";
  if (exact > 0 && tenths <= 0) return "0.1";
  return `${tenths / 10}`;
}

/*
 * The states of lessons and checks: a sign, a word and a colour, so that none
 * of the three is needed alone.
 */

/** What a lesson can be in. A broken one is a file that cannot be loaded. */
export type ShownState = LessonRecord["state"] | "broken";

/** How a lesson is shown. */
export function shownLesson(
  { state, checks }: Pick<LessonRecord, "state" | "checks">,
): ShownState {
  const broken = state === "failed" &&
    checks.some((check) =>
      check.state === "failed" && keepFromLoading.has(check.told?.mistake)
    );
  return broken ? "broken" : state;
}

/** The states of lessons, from the best to those of which nothing is known. */
export const shownStates: readonly ShownState[] = [
  "passed",
  "failed",
  "broken",
  "not started",
  "missing",
  "could not be checked",
];

/** The words for the states. */
export const stateWords: Record<ShownState | Shown, Text> = {
  passed: { en: "passed", ko: "통과" },
  failed: { en: "failed", ko: "실패" },
  broken: { en: "broken", ko: "불러올 수 없음" },
  "not started": { en: "not started", ko: "시작 전" },
  missing: { en: "missing", ko: "파일 없음" },
  "could not be checked": { en: "not checked", ko: "검사 못 함" },
  "not on this system": { en: "not here", ko: "해당 없음" },
  "finer point": { en: "extra", ko: "추가" },
};

const signs: Record<ShownState | Shown, string> = {
  passed: "✓",
  failed: "✗",
  broken: "!",
  "not started": "○",
  missing: "∅",
  "could not be checked": "?",
  "not on this system": "–",
  "finer point": "+",
};

/** The name of the style of a state. */
export function styleOf(state: ShownState | Shown): string {
  return state.replaceAll(" ", "-");
}

/** A state as its sign alone, with the word for who asks or listens. */
export function signHtml(state: ShownState, language: Language): string {
  return `<abbr class="is-${styleOf(state)}" title="${
    stateWords[state][language]
  }">${signs[state]}</abbr>`;
}

/** A state as HTML; the sign is not read aloud. */
export function stateHtml(
  state: ShownState | Shown,
  language: Language,
): string {
  const sign = `<span aria-hidden="true">${signs[state]}</span>`;
  return `<span class="state is-${styleOf(state)}">${sign} ${
    stateWords[state][language]
  }</span>`;
}

/** A table, whose cells are HTML already. */
export interface Table {
  heads: readonly { name: Text; style?: string }[];
  /** The cells of each row, each with its tags. */
  rows: readonly (readonly string[])[];
  /** Attributes of each row, if it has any. */
  about?: readonly string[];
  foot?: string;
  /** The name of the style of the whole. */
  style?: string;
  language: Language;
}

/**
 * Writes a table. One with a style becomes lines where the screen is too narrow
 * for it; any other scrolls.
 */
export function table(
  { heads, rows, about = [], foot, style, language }: Table,
): string {
  const head = heads.map(({ name, style }) =>
    `<th scope="col"${classOf(style)}>${name[language]}</th>`
  ).join("");
  // Where the screen is too narrow for columns, each cell says what it is.
  const labels = heads.map(({ name }) =>
    ` data-label="${name[language].replaceAll(/<[^>]*>/g, "")}"`
  );
  const labelled = (cell: string, at: number) =>
    style === undefined || !cell.startsWith("<td")
      ? cell
      : `<td${labels[at]}${cell.slice(3)}`;
  const body = rows.map((cells, i) =>
    `<tr${about[i] ?? ""}>${cells.map(labelled).join("")}</tr>`
  ).join("\n");
  const last = foot === undefined ? "" : `\n<tfoot><tr>${foot}</tr></tfoot>`;
  return `<div class="scroll"><table${classOf(style)}>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>${last}
</table></div>`;
}

/** A cell with HTML in it; the style `n` is for numbers. */
export function cell(html: string, style?: string): string {
  return `<td${classOf(style)}>${html}</td>`;
}

/**
 * A share from 0 to 100 as a bar (CSS) beside its number, which says the same.
 * What is more than nothing can be seen.
 */
export function bar(share: number): string {
  const width = share > 0 ? Math.max(1, Math.round(share)) : 0;
  return `<span class="bar" aria-hidden="true"><span class="w${width}"></span></span>`;
}

function classOf(style: string | undefined): string {
  return style === undefined ? "" : ` class="${style}"`;
}
