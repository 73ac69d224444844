/**
 * The plots on the page of the class: tables whose numbers have bars (CSS), so
 * that a screen reader has the numbers, and paper as well as the dark the bars.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { MarkedLesson } from "../record.ts";
import {
  bar,
  markup,
  shownStates,
  stateWords,
  styleOf,
  table,
} from "./markup.ts";
import type { ShownState } from "./markup.ts";

/**
 * How many totals are from 0 to below 10, and so on; the last number is how
 * many are 100: what is complete stands for itself.
 */
export function bins(totals: readonly number[]): number[] {
  const counts = Array<number>(11).fill(0);
  // A mean of many marks may miss a whole number by a hair.
  for (const total of totals) counts[Math.floor(total / 10 + 1e-9)]++;
  return counts;
}

/** How many submissions have which total from 0 to 100. */
export function histogram(
  totals: readonly number[],
  language: Language,
): string {
  const counts = bins(totals);
  const most = Math.max(1, ...counts);
  const rows = counts.map((count, i) => [
    rowHead(i === 10 ? "100" : `${i * 10}–${i * 10 + 9.9}`),
    `<td>${bar(100 * count / most)}<span class="mark${
      count === 0 ? " zero" : ""
    }">${count}</span></td>`,
  ]);
  const heads = [{ name: words.total, style: "n" }, {
    name: words.submissions,
  }];
  return table({ heads, rows, style: "plot totals", language });
}

/**
 * What became of each lesson, from how many submissions of it are in each
 * state. Each state has a pattern of its own and each
 * part its number, so that nobody needs to see colours.
 */
export function stackedBars(
  states: readonly Readonly<Record<ShownState, number>>[],
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const seen = shownStates.filter((state) =>
    states.some((counts) => counts[state] > 0)
  );
  const legend = seen.map((state) =>
    `<span><span class="part p-${styleOf(state)}"></span> ${
      stateWords[state][language]
    }</span>`
  ).join(" ");
  const rows = lessons.map(({ number, name }, i) => [
    rowHead(markup(`${number} ${name}`)),
    `<td>${stack(states[i], language)}</td>`,
  ]);
  const heads = [{ name: words.lesson }, { name: words.submissions }];
  return `<p class="legend" aria-hidden="true">${legend}</p>
${table({ heads, rows, style: "plot", language })}`;
}

/** One bar of all submissions, whose parts add up to a hundred percent. */
function stack(
  counts: Readonly<Record<ShownState, number>>,
  language: Language,
): string {
  const there = shownStates.filter((state) => counts[state] > 0);
  const all = there.reduce((sum, state) => sum + counts[state], 0);
  let [before, reached] = [0, 0];
  const parts = there.map((state) => {
    before += counts[state];
    const width = Math.round(100 * before / all) - reached;
    reached += width;
    const number = `${counts[state]}`;
    // A part that is too narrow for its number leaves it to the table below.
    const label = width < 7 + 3 * number.length ? "" : `<b>${number}</b>`;
    return `<span class="part p-${styleOf(state)} w${width}">${label}</span>`;
  });
  const told = there.map((state) =>
    `${stateWords[state][language]} ${counts[state]}`
  );
  return all === 0
    ? ""
    : `<span class="stack" role="img" aria-label="${told.join(", ")}">${
      parts.join("")
    }</span>`;
}

function rowHead(html: string): string {
  return `<th scope="row">${html}</th>`;
}

const words = {
  total: { en: "Total", ko: "총점" },
  lesson: { en: "Lesson", ko: "과" },
  submissions: { en: "Submissions", ko: "제출물" },
} satisfies Record<string, Text>;
