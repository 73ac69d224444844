/**
 * The tables on the page of the class.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { MarkedLesson } from "../record.ts";
import { link } from "./links.ts";
import { markup } from "./markup.ts";
import { percent } from "./percent.ts";
import { shownStates, stateWords } from "./states.ts";
import { bar, cell, table } from "./table.ts";
import { mean, mostFailing } from "./tally.ts";
import type { Tally } from "./tally.ts";

/** How many checks are named as those that fail most. */
const most = 20;

/** Each lesson: how many submissions are in which state, and the mean. */
export function lessonTable(
  { states, rows }: Tally,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const heads = [
    { name: words.number, style: "n" },
    { name: words.lesson },
    ...shownStates.map((state) => ({ name: stateWords[state], style: "n" })),
    { name: words.mean, style: "n" },
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
  if (checks.length === 0) return `<p>${words.noneFails[language]}</p>`;
  const heads = [
    { name: words.lesson, style: "n" },
    { name: words.check },
    { name: words.failedBy, style: "n" },
    { name: words.look },
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
    { name: words.student },
    { name: words.total, style: "n" },
    ...lessons.map(({ number, name }) => {
      const title = `<abbr title="${markup(name)}">${number}</abbr>`;
      return { name: { en: title, ko: title }, style: "n" };
    }),
    { name: words.remarks, style: "n" },
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

const words = {
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
