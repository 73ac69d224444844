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
  shownLesson,
  shownStates,
  signHtml,
  stateWords,
  styleOf,
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
${tools(language)}${studentTable(tally, lessons, language)}</section>
${remarks(tally, "note", language)}`;
  return renderFrame({ language, title: words.title[language], main, script });
}

/** What finds students in the table, shown where the script runs. */
function tools(language: Language): string {
  const options = [
    `<option value="">${words.everybody[language]}</option>`,
    ...shownStates.map((state) =>
      `<option value="${styleOf(state)}">${
        (state === "passed" ? words.allPassed : stateWords[state])[language]
      }</option>`
    ),
    `<option value="remarks">${words.withRemarks[language]}</option>`,
  ];
  return `<div class="tools screen" id="tools" hidden>
<label>${words.search[language]}<input type="search" id="search"></label>
<label>${words.show[language]}<select id="show">${
    options.join("")
  }</select></label>
<output id="count"></output>
</div>
`;
}

/**
 * Sorts, filters and searches the students on the page. Each row says in which
 * states its lessons are, and whether there are remarks.
 */
const script = `const table = document.querySelector(".matrix");
const [body] = table.tBodies;
const rows = [...body.rows];
const search = document.getElementById("search");
const show = document.getElementById("show");
const plain = (text) => text.normalize("NFC").toLowerCase();
const names = rows.map((row) => plain(row.cells[0].textContent));
const states = rows.map((row) => row.dataset.states.split(" "));
function choose() {
  const part = plain(search.value.trim());
  const wanted = show.value;
  let count = 0;
  rows.forEach((row, i) => {
    const fits = wanted === "" ||
      (wanted === "passed"
        ? states[i].every((one) => one === "passed" || one === "remarks")
        : states[i].includes(wanted));
    row.hidden = !(fits && names[i].includes(part));
    if (!row.hidden) count++;
  });
  document.getElementById("count").textContent = count + " / " + rows.length;
}
const valueOf = (row, at) => {
  const text = row.cells[at].textContent.replace(/^\\D+(?=\\d)/, "");
  return at === 0 ? 0 : Number(text || 0);
};
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
const byName = (a, b) =>
  order.compare(a.cells[0].textContent, b.cells[0].textContent);
[...table.tHead.rows[0].cells].forEach((head, at) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sign = down ? -1 : 1;
    body.append(...rows.toSorted((a, b) =>
      sign * (at === 0 ? byName(a, b) : valueOf(a, at) - valueOf(b, at)) ||
      byName(a, b)
    ));
  });
});
search.addEventListener("input", choose);
show.addEventListener("change", choose);
document.getElementById("tools").hidden = false;
choose();`;

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
  search: { en: "Search", ko: "찾기" },
  show: { en: "Show", ko: "보기" },
  everybody: { en: "everybody", ko: "모두" },
  allPassed: { en: "all lessons passed", ko: "모든 과 통과" },
  withRemarks: { en: "with remarks", ko: "비고 있음" },
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
  const sorted = tally.rows.toSorted((a, b) => compare(a.student, b.student));
  const rows = sorted.map(({ student, marks, remarks, states }) => [
    `<th scope="row">${link(student, language)}</th>`,
    cell(`<b>${percent(marks.total)}</b>`, "n"),
    ...marks.lessons.map((mark, i) => {
      // What has passed or failed is told by its mark.
      const known = states[i] === "passed" || states[i] === "failed";
      const sign = known ? "" : signHtml(states[i], language);
      return cell(sign + percent(mark), mark === 0 ? "n zero" : "n");
    }),
    cell(remarks.length === 0 ? "" : `${remarks.length}`, "n"),
  ]);
  const about = sorted.map(({ states, remarks }) => {
    const all = [
      ...new Set(states.map(styleOf)),
      ...remarks.length > 0 ? ["remarks"] : [],
    ];
    return ` data-states="${all.join(" ")}"`;
  });
  return legend(language) +
    table({ heads, rows, about, style: "matrix", language });
}

/** What the signs in the table of students mean. */
function legend(language: Language): string {
  const signs = shownStates
    .filter((state) => state !== "passed" && state !== "failed")
    .map((state) =>
      `<span>${signHtml(state, language)} ${stateWords[state][language]}</span>`
    );
  return `<p class="legend">${signs.join(" ")}</p>\n`;
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
  rows: {
    student: string;
    marks: Marks;
    remarks: readonly Remark[];
    /** Those of the lessons. */
    states: ShownState[];
  }[];
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
    broken: 0,
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
  const states = records.map(shownLesson);
  tally.rows.push({ student, marks, remarks, states });
  records.forEach(({ checks }, i) => {
    tally.states[i][states[i]]++;
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
