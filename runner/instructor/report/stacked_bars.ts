/**
 * What became of each lesson in a class, as one bar a lesson (SVG). Each state
 * has a pattern of its own and each part its number, so that the plot can be
 * read without colours and on paper.
 *
 * @module
 */
import type { Language } from "../../../tests/support/text.ts";
import { widthOf } from "../../screen/width.ts";
import type { MarkedLesson } from "../record.ts";
import { markup } from "./markup.ts";
import { shownStates, stateWords, styleOf } from "./states.ts";
import type { ShownState } from "./states.ts";
import type { Tally } from "./tally.ts";

/** All lengths are in pixels at the size that it is made for. */
const width = 460;
const left = 150;
const row = 28;
/** What a column of text takes. */
const column = 7.2;

/** Draws the bars of all lessons. */
export function stackedBars(
  { states }: Tally,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const seen = shownStates.filter((state) =>
    states.some((counts) => counts[state] > 0)
  );
  const { svg: legend, height: top } = legendOf(seen, language);
  const bars = lessons.map((lesson, i) => {
    const y = top + i * row;
    const name = `${lesson.number} ${lesson.name}`;
    return `<text class="f-text" x="${left - 10}" y="${
      y + 15
    }" text-anchor="end">${markup(name)}</text>${barOf(states[i], y)}`;
  });
  const alternative = lessons.map(({ number }, i) =>
    `${number}: ${
      seen.map((state) => `${stateWords[state][language]} ${states[i][state]}`)
        .join(", ")
    }`
  ).join("; ");
  return `<svg viewBox="0 0 ${width} ${
    top + lessons.length * row
  }" role="img" aria-label="${alternative}">
${patterns}
${legend}
${bars.join("\n")}
</svg>`;
}

function barOf(counts: Record<ShownState, number>, y: number): string {
  const all = shownStates.reduce((sum, state) => sum + counts[state], 0);
  let x = left;
  return shownStates.filter((state) => counts[state] > 0).map((state) => {
    const wide = (width - left - 1) * counts[state] / all;
    const label = `${counts[state]}`;
    const part = box(state, x, y, wide, 21) +
      (wide < label.length * column + 8
        ? ""
        : `<text class="${
          state === "passed" ? "on-pass" : "f-text o s-paper"
        } b" x="${round(x + wide / 2)}" y="${
          y + 15
        }" text-anchor="middle">${label}</text>`);
    x += wide;
    return part;
  }).join("");
}

function legendOf(
  states: readonly ShownState[],
  language: Language,
): { svg: string; height: number } {
  let [x, y] = [0, 2];
  const parts = states.map((state) => {
    const name = stateWords[state][language];
    const wide = 24 + widthOf(name) * 6.6 + 12;
    if (x + wide > width + 12) [x, y] = [0, y + 24];
    const part = box(state, x + 0.5, y, 18, 14) +
      `<text class="f-text" x="${x + 24}" y="${y + 12}">${name}</text>`;
    x += Math.round(wide);
    return part;
  });
  return { svg: parts.join("\n"), height: y + 32 };
}

function box(
  state: ShownState,
  x: number,
  y: number,
  wide: number,
  high: number,
): string {
  return `<rect class="part p-${styleOf(state)}" x="${
    round(x)
  }" y="${y}" width="${round(wide)}" height="${high}"/>`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

const pattern = (id: string, size: number, path: string) =>
  `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect class="f-paper" width="${size}" height="${size}"/>${path}</pattern>`;

/** Lines from corner to corner that meet those of the next tile. */
const patterns = `<defs>${
  pattern(
    "failed",
    8,
    '<path class="s-fault" d="M-2 2l4 -4M0 8l8 -8M6 10l4 -4"/>',
  )
}${
  pattern("missing", 7, '<circle class="f-note" cx="3.5" cy="3.5" r="1.3"/>')
}${
  pattern(
    "could-not-be-checked",
    8,
    '<path class="s-line" d="M0 4h8M4 0v8"/>',
  )
}</defs>`;
