/**
 * The page of the class: how it went, which lessons and which checks fail
 * most, and all students with links to their pages.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { MarkedLesson } from "../record.ts";
import { renderFrame } from "./frame.ts";
import { histogram } from "./histogram.ts";
import { link } from "./links.ts";
import { markup } from "./markup.ts";
import { failingTable, lessonTable, studentTable } from "./overview_tables.ts";
import { percent } from "./percent.ts";
import { titles } from "./remarks.ts";
import { stackedBars } from "./stacked_bars.ts";
import { mean, median } from "./tally.ts";
import type { Tally } from "./tally.ts";

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
${stackedBars(tally, lessons, language)}</section>
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
