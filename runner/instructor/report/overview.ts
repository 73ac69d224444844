/**
 * The page of the class: how it went, which lessons and which checks fail
 * most, and all students with links to their pages.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { MarkedLesson, Marks, Remark, StudentRecord } from "../record.ts";
import { shownAs } from "../../run/verdict.ts";
import { renderFrame } from "./frame.ts";
import {
  anchorOf,
  bar,
  cell,
  link,
  markup,
  percent,
  shownStates,
  stateWords,
  table,
} from "./markup.ts";
import type { ShownState } from "./markup.ts";
import { histogram, stackedBars } from "./plots.ts";
import { titles } from "./student_page.ts";

/** Renders the page from what was kept of the class. */
export function renderOverview(
  tally: Tally,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const totals = tally.rows.map(({ marks }) => marks.total);
  const figures = [
    [words.submissions, `${totals.length}`],
    [words.mean, percent(mean(totals))],
    [words.median, percent(median(totals))],
  ] as const;
  const main = `<h1>${words.title[language]}</h1>
<p class="lead">${words.what[language]}</p>
<dl class="figures">${
    figures.map(([name, value]) =>
      `<div><dt>${name[language]}</dt><dd>${value}</dd></div>`
    ).join("")
  }</dl>
${remarks(tally, "tampering", language)}
<div class="plots">
<section><h2>${words.totals[language]}</h2>
${histogram(totals, language)}</section>
<section><h2>${words.lessons[language]}</h2>
${stackedBars(tally.states, lessons, language)}</section>
</div>
<h2>${words.numbers[language]}</h2>
${lessonTable(tally, lessons, language)}
<h2>${words.failing[language]}</h2>
${failingTable(tally, language)}
<section class="lesson"><h2>${words.students[language]}</h2>
${studentTable(tally, lessons, language)}</section>
${remarks(tally, "note", language)}`;
  return renderFrame({ language, title: words.title[language], main });
}

function remarks(
  { rows }: Tally,
  kind: "tampering" | "note",
  language: Language,
): string {
  const items = rows.flatMap(({ student, remarks }) =>
    remarks.filter((remark) => remark.kind === kind).map(({ text }) =>
      `<li>${link(student, language)}: <bdi>${
        markup(text[language])
      }</bdi></li>`
    )
  );
  if (items.length === 0) return "";
  return `<section class="remarks of-${kind}">
<h2>${titles[kind][language]}</h2>
<ul>${items.join("\n")}</ul>
</section>`;
}

const words = {
  title: { en: "The class at a glance", ko: "반 전체 결과" },
  what: {
    en: "What the checks say of all submissions",
    ko: "모든 제출물의 검사 결과",
  },
  submissions: { en: "Submissions", ko: "제출물" },
  mean: { en: "Mean", ko: "평균" },
  median: { en: "Median", ko: "중앙값" },
  totals: { en: "Submissions by total", ko: "총점별 제출물 수" },
  lessons: { en: "Submissions by lesson", ko: "과별 제출물 수" },
  numbers: { en: "The lessons in numbers", ko: "과별 수치" },
  failing: { en: "Checks that fail most", ko: "가장 많이 실패한 검사" },
  students: { en: "Students", ko: "학생" },
} satisfies Record<string, Text>;

/*
 * The tables on the page of the class.
 */

/** How many checks are named as those that fail most. */
const most = 20;

/** Each lesson: how many submissions are in which state, and the mean. */
export function lessonTable(
  { states, rows }: Tally,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const heads = [
    { name: tableWords.number, style: "n" },
    { name: tableWords.lesson },
    ...shownStates.map((state) => ({ name: stateWords[state], style: "n" })),
    { name: tableWords.mean, style: "n" },
  ];
  const cells = lessons.map((lesson, i) => {
    const average = mean(rows.map(({ marks }) => marks.lessons[i]));
    return [
      cell(`${lesson.number}`, "n"),
      `<th scope="row">${markup(lesson.title[language])}</th>`,
      ...shownStates.map((state) => number(`${states[i][state]}`)),
      cell(`${bar(average)}<span class="mark">${percent(average)}</span>`, "n"),
    ];
  });
  return table({ heads, rows: cells, style: "wide", language });
}

/** The checks that most submissions fail, with some to look at. */
export function failingTable(tally: Tally, language: Language): string {
  const checks = mostFailing(tally, most);
  if (checks.length === 0) return `<p>${tableWords.noneFails[language]}</p>`;
  const heads = [
    { name: tableWords.lesson, style: "n" },
    { name: tableWords.check },
    { name: tableWords.failedBy, style: "n" },
    { name: tableWords.look },
  ];
  const rows = checks.map(({ lesson, name, anchor, count, students }) => {
    const share = percent(100 * count / tally.rows.length);
    return [
      cell(`${lesson}`, "n"),
      `<th scope="row">${markup(name[language])}</th>`,
      cell(`${count} <small>(${share} %)</small>`, "n"),
      cell(
        students.map((student) => link(student, language, `#${anchor}`))
          .join(", "),
        "links",
      ),
    ];
  });
  return table({ heads, rows, style: "wide", language });
}

/** All students by name, with their marks. */
export function studentTable(
  tally: Tally,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const heads = [
    { name: tableWords.student },
    { name: tableWords.total, style: "n" },
    ...lessons.map(({ number, name }) => {
      const title = `<abbr title="${markup(name)}">${number}</abbr>`;
      return { name: { en: title, ko: title }, style: "n" };
    }),
    { name: tableWords.remarks, style: "n" },
  ];
  const rows = tally.rows
    .toSorted((a, b) => compare(a.student, b.student))
    .map(({ student, marks, remarks }) => [
      `<th scope="row">${link(student, language)}</th>`,
      cell(`<b>${percent(marks.total)}</b>`, "n"),
      ...marks.lessons.map((mark) => number(percent(mark))),
      cell(remarks.length === 0 ? "" : `${remarks.length}`, "n"),
    ]);
  return table({ heads, rows, style: "matrix", language });
}

/** A number that steps back where it is 0. */
function number(text: string): string {
  return cell(text, text === "0" ? "n zero" : "n");
}

const tableWords = {
  mean: { en: "Mean", ko: "평균" },
  number: { en: "No.", ko: "번호" },
  lesson: { en: "Lesson", ko: "과" },
  noneFails: {
    en: "No submission fails a check.",
    ko: "실패한 검사가 없습니다.",
  },
  check: { en: "Check", ko: "검사" },
  failedBy: { en: "Fail it", ko: "실패한 제출물" },
  look: { en: "For example", ko: "예시" },
  student: { en: "Student", ko: "학생" },
  total: { en: "Total", ko: "총점" },
  remarks: { en: "Remarks", ko: "비고" },
} satisfies Record<string, Text>;

/*
 * What is kept of a class for its page. A student is added and can then be
 * forgotten: what stays is a line with the marks, and counters.
 */

/** A check, how many submissions fail it, and some of these. */
export interface FailingCheck {
  /** The number of its lesson. */
  lesson: number;
  name: Text;
  /** Its id on the pages of the students. */
  anchor: string;
  count: number;
  /** The first students who failed it, at most {@linkcode shownStudents}. */
  students: string[];
}

/** The counters of a class. */
export interface Tally {
  /** One for each student, in the order in which they were added. */
  rows: { student: string; marks: Marks; remarks: readonly Remark[] }[];
  /** For each lesson how many submissions are in each state. */
  states: Record<ShownState, number>[];
  /** By the id on the pages of the students. */
  failing: Map<string, FailingCheck>;
}

/** How many pages of students are named below a check. */
export const shownStudents = 5;

/** The tally of nobody. */
export function newTally(lessons: readonly MarkedLesson[]): Tally {
  const none = {
    passed: 0,
    failed: 0,
    "not started": 0,
    missing: 0,
    "could not be checked": 0,
  };
  return {
    rows: [],
    states: lessons.map(() => ({ ...none })),
    failing: new Map(),
  };
}

/** Adds a student, whose lessons are in the order of `lessons`. */
export function addStudent(
  tally: Tally,
  { student, remarks, lessons: records }: StudentRecord,
  marks: Marks,
  lessons: readonly MarkedLesson[],
): void {
  tally.rows.push({ student, marks, remarks });
  records.forEach(({ state, checks }, i) => {
    tally.states[i][state]++;
    checks.forEach((check, at) => {
      if (shownAs(check) !== "failed") return;
      const { name } = check;
      const lesson = lessons[i];
      const anchor = anchorOf(lesson, at);
      const failing = tally.failing.get(anchor) ??
        { lesson: lesson.number, name, anchor, count: 0, students: [] };
      failing.count++;
      if (failing.students.length < shownStudents) {
        failing.students.push(student);
      }
      tally.failing.set(anchor, failing);
    });
  });
}

/** The checks that most submissions fail, at most `most` of them. */
export function mostFailing({ failing }: Tally, most: number): FailingCheck[] {
  return [...failing.values()]
    .sort((a, b) => b.count - a.count || a.lesson - b.lesson)
    .slice(0, most);
}

/**
 * The mean of numbers; 0 of none.
 */
export function mean(numbers: readonly number[]): number {
  const sum = numbers.reduce((sum, n) => sum + n, 0);
  return numbers.length === 0 ? 0 : sum / numbers.length;
}

/** The number in the middle, or the mean of the two there; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}
