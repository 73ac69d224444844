import type { Language, Text } from "../../../tests/support/text.ts";
import { counted } from "../../verdict.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { anchorOf } from "./anchors.ts";
import { markup } from "./markup.ts";
import { percent } from "./percent.ts";
import { stateHtml } from "./states.ts";
import { bar, cell, table } from "./table.ts";

/** The lessons of a student: states, marks and weights, and the total. */
export function lessonTable(
  { lessons: records }: StudentRecord,
  marks: Marks,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const weights = lessons.reduce((sum, { weight }) => sum + weight, 0);
  const rows = lessons.map((lesson, i) => {
    const { state, checks } = records[i];
    const passed = checks.filter(({ state }) => state === "passed").length;
    const share = weights === 0 ? 0 : 100 * lesson.weight / weights;
    const mark = marks.lessons[i];
    return [
      cell(`${lesson.number}`, "n"),
      `<th scope="row"><a href="#${anchorOf(lesson)}">${
        markup(lesson.title[language])
      }</a></th>`,
      cell(stateHtml(state, language)),
      cell(`${passed} / ${counted(checks).length}`, "n"),
      cell(`${bar(mark)}<span class="mark">${percent(mark)}</span>`, "n"),
      cell(`${percent(share)} %`, "n"),
    ];
  });
  const heads = [
    { name: words.number, style: "n" },
    { name: words.lesson },
    { name: words.state },
    { name: words.passed, style: "n" },
    { name: words.mark, style: "n" },
    { name: words.weight, style: "n" },
  ];
  const foot = `<th scope="row" colspan="4">${words.total[language]}</th>${
    cell(percent(marks.total), "n")
  }<td></td>`;
  return table({ heads, rows, foot, language });
}

const words = {
  total: { en: "Total", ko: "총점" },
  number: { en: "No.", ko: "번호" },
  lesson: { en: "Lesson", ko: "과" },
  state: { en: "State", ko: "상태" },
  passed: { en: "Passed", ko: "통과" },
  mark: { en: "Mark", ko: "점수" },
  weight: { en: "Weight", ko: "비중" },
} satisfies Record<string, Text>;
