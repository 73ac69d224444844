/**
 * The page of one student: the marks, and every check of every lesson.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import { close, script } from "../../picture/html.ts";
import type { Sources } from "../../picture/html.ts";
import { counted, functionOf } from "../../run/verdict.ts";
import type {
  LessonRecord,
  MarkedLesson,
  Marks,
  Remark,
  StudentRecord,
} from "../record.ts";
import { commentHtml, renderCheck, toldHtml } from "./check_view.ts";
import { renderFrame } from "./frame.ts";
import {
  anchorOf,
  bar,
  cell,
  markup,
  percent,
  shownLesson,
  stateHtml,
  table,
} from "./markup.ts";

/**
 * Renders the page. `lessons` are in the order of the student's lessons, and
 * `sources` the lines of the files that were handed in, by their URL.
 */
export function renderStudentPage(
  student: StudentRecord,
  marks: Marks,
  lessons: readonly MarkedLesson[],
  sources: Sources,
  language: Language,
): string {
  const { passed, all } = partOf(
    student.lessons.flatMap(({ checks }) => checks),
  );
  const figures = [
    [words.total, `${percent(marks.total)}<small> / 100</small>`],
    [words.checks, `${passed}<small> / ${all}</small>`],
    [
      words.lessons,
      `${
        student.lessons.filter(({ state }) => state === "passed").length
      }<small> / ${lessons.length}</small>`,
    ],
  ] as const;
  const main = `<h1><bdi>${markup(student.student)}</bdi></h1>
<p class="lead">${words.what[language]}</p>
<dl class="figures">${
    figures.map(([name, value]) =>
      `<div><dt>${name[language]}</dt><dd>${value}</dd></div>`
    ).join("")
  }</dl>
${student.comment === undefined ? "" : commentHtml(student.comment, language)}${
    lessonTable(student, marks, lessons, language)
  }
<p class="screen lead">${words.howTo[language]}</p>
${
    student.lessons.map((record, i) =>
      lessonHtml(record, marks.lessons[i], lessons[i], sources, language)
    ).join("\n")
  }`;
  const panel = `<aside id="details" aria-live="polite" hidden>
<button type="button" id="close">${close[language]}</button>
<div id="shown"></div>
</aside>`;
  return renderFrame({
    language,
    title: `${student.student} · ${percent(marks.total)} / 100`,
    main,
    after: panel,
    script,
  });
}

function lessonHtml(
  { state, checks, note, comment }: LessonRecord,
  mark: number,
  lesson: MarkedLesson,
  sources: Sources,
  language: Language,
): string {
  const { passed, all } = partOf(checks);
  const said = [
    stateHtml(shownLesson({ state, checks }), language),
    `${passed} / ${all}`,
    `${percent(mark)} / 100`,
  ].join(" · ");
  const missing = state === "missing"
    ? `<p>${words.missing[language].replace("FILE", fileOf(lesson))}</p>`
    : "";
  return `<section class="lesson" id="${anchorOf(lesson)}">
<h2>${lesson.number}. ${markup(lesson.title[language])}</h2>
<p class="lead sum">${said}</p>
${functionsHtml(checks)}${
    comment === undefined ? "" : commentHtml(comment, language)
  }${missing}${
    note === undefined ? "" : toldHtml({ note: note[language] }, language)
  }
${
    checks.map((check, i) => {
      // What each check would say again has been said of the lesson.
      const { told: _, ...bare } = check;
      const said = state === "missing" ? bare : check;
      return renderCheck(said, anchorOf(lesson, i), sources, language);
    }).join("\n")
  }
</section>`;
}

/** What the mark of a lesson is the mean of: each function with its part. */
function functionsHtml(checks: LessonRecord["checks"]): string {
  const parts = [...Map.groupBy(counted(checks), functionOf)].map((
    [name, all],
  ) => {
    const { passed } = partOf(all);
    return `<span><code>${
      markup(name)
    }()</code> ${passed} / ${all.length}</span>`;
  });
  return parts.length < 2 ? "" : `<p class="parts">${parts.join(" ")}</p>\n`;
}

/** How many checks must pass, and how many of them have. */
function partOf(checks: LessonRecord["checks"]) {
  const must = counted(checks);
  const passed = must.filter(({ state }) => state === "passed").length;
  return { passed, all: must.length };
}

function fileOf({ folder, name }: MarkedLesson): string {
  return `<code>${markup(`${folder}/${name}.ts`)}</code>`;
}

const words = {
  what: {
    en: "What the checks say of this submission",
    ko: "이 제출물의 검사 결과",
  },
  total: { en: "Total", ko: "총점" },
  checks: { en: "Checks passed", ko: "통과한 검사" },
  lessons: { en: "Lessons passed", ko: "통과한 과" },
  howTo: {
    en:
      "In the picture of a failed check, click a row, or press Enter on it, to see its bytes and its line of code. A check that has passed opens to show its picture. What is folded is not printed.",
    ko:
      "실패한 검사의 그림에서 줄을 누르거나 Enter 키를 누르면 바이트와 코드의 몇째 줄인지 나옵니다. 통과한 검사는 펼치면 그림이 보입니다. 접힌 부분은 인쇄되지 않습니다.",
  },
  missing: {
    en: "The submission has no file FILE.",
    ko: "제출물에 이 과의 파일이 없습니다: FILE",
  },
} satisfies Record<string, Text>;

/** The lessons of a student: states, marks and weights, and the total. */
export function lessonTable(
  { lessons: records, late }: StudentRecord,
  marks: Marks,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const weights = lessons.reduce((sum, { weight }) => sum + weight, 0);
  const rows = lessons.map((lesson, i) => {
    const { state, checks } = records[i];
    const { passed, all } = partOf(checks);
    const share = weights === 0 ? 0 : 100 * lesson.weight / weights;
    const mark = marks.lessons[i];
    return [
      cell(`${lesson.number}`, "n"),
      `<th scope="row"><a href="#${anchorOf(lesson)}">${
        markup(lesson.title[language])
      }</a></th>`,
      cell(stateHtml(shownLesson({ state, checks }), language)),
      cell(`${passed} / ${all}`, "n"),
      cell(`${bar(mark)}<span class="mark">${percent(mark)}</span>`, "n"),
      cell(`${percent(share)} %`, "n"),
    ];
  });
  const heads = [
    { name: tableWords.number, style: "n" },
    { name: tableWords.lesson },
    { name: tableWords.state },
    { name: tableWords.passed, style: "n" },
    { name: tableWords.mark, style: "n" },
    { name: tableWords.weight, style: "n" },
  ];
  const total: Text = late === undefined ? tableWords.total : {
    en: `Total, less ${late} % for being late`,
    ko: `총점 (지각 감점 ${late} %)`,
  };
  const foot = `<th scope="row" colspan="4">${total[language]}</th>${
    cell(percent(marks.total), "n")
  }<td></td>`;
  return table({ heads, rows, foot, language });
}

const tableWords = {
  total: { en: "Total", ko: "총점" },
  number: { en: "No.", ko: "번호" },
  lesson: { en: "Lesson", ko: "과" },
  state: { en: "State", ko: "상태" },
  passed: { en: "Passed", ko: "통과" },
  mark: { en: "Mark", ko: "점수" },
  weight: { en: "Weight", ko: "비중" },
} satisfies Record<string, Text>;

/**
 * What stands above the remarks of a kind. They are said to the instructor, in
 * plain sight and without a verdict: what looks like tampering is for a person
 * to judge.
 */
export const titles: Record<Remark["kind"], Text> = {
  tampering: { en: "Possible tampering", ko: "조작 의심" },
  note: { en: "Notes", ko: "참고" },
};
