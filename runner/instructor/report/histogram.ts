/**
 * The totals of a class as a histogram (SVG). Each bar bears its number, so
 * that nobody has to read it off an axis.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import { percent } from "./markup.ts";
import { mean, median } from "./tally.ts";

/** All lengths are in pixels at the size that it is made for. */
const width = 460;
const height = 340;
const bottom = height - 44;
const top = 62;
const step = 38;
/** The last bar stands for itself: what is complete. */
const gap = 14;

/**
 * How many totals are from 0 to below 10, and so on; the last number is how
 * many are 100.
 */
export function bins(totals: readonly number[]): number[] {
  const counts = Array<number>(11).fill(0);
  // A mean of many marks may miss a whole number by a hair.
  for (const total of totals) counts[Math.floor(total / 10 + 1e-9)]++;
  return counts;
}

/** Draws the histogram of totals from 0 to 100. */
export function histogram(
  totals: readonly number[],
  language: Language,
): string {
  const counts = bins(totals);
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, i) => {
    const x = leftOf(i);
    const high = Math.round((bottom - top) * count / most);
    const label = count === 0 ? "" : text(
      x + step / 2 - 1,
      bottom - high - 6,
      `${count}`,
      "b f-text",
    );
    return `<rect class="pass" x="${x}" y="${bottom - high}" width="${
      step - 3
    }" height="${high}"/>${label}`;
  });
  const ticks = counts.map((_, i) =>
    i < 10
      ? text(leftOf(i) - 1, bottom + 18, `${i * 10}`, "f-muted")
      : text(leftOf(i) + step / 2 - 1, bottom + 18, "100", "f-muted")
  );
  const lines = totals.length === 0 ? [] : marks(totals, language);
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${
    alternative(counts, language)
  }">
<path class="axis" d="M10 ${bottom + 0.5}H${leftOf(10) - gap + 6}M${
    leftOf(10) - 4
  } ${bottom + 0.5}H${width - 4}"/>
${[...lines, ...bars, ...ticks].join("\n")}
${text(width / 2, height - 6, words.axis[language], "f-muted")}
</svg>`;
}

function leftOf(bin: number): number {
  return 14 + bin * step + (bin === 10 ? gap : 0);
}

/**
 * Mean and median as lines with their names at the top, both names on the side
 * with more room, and in such an order that no line crosses a name.
 */
function marks(totals: readonly number[], language: Language): string[] {
  const both = [
    { at: mean(totals), name: words.mean[language], dash: "1 4" },
    { at: median(totals), name: words.median[language], dash: "6 4" },
  ].sort((a, b) => a.at - b.at);
  const toTheRight = both[0].at + both[1].at < 100;
  const [side, anchor] = toTheRight ? [5, "start"] : [-5, "end"];
  return (toTheRight ? both : both.reverse()).map(({ at, name, dash }, i) => {
    const x = 13 + Math.round(Math.min(at, 100) * step / 10);
    const y = 16 + i * 20;
    const label = text(x + side, y, `${name} ${percent(at)}`, "f-text", anchor);
    return `<path class="axis mean" stroke-dasharray="${dash}" d="M${x} ${
      y - 10
    }V${bottom}"/>${label}`;
  });
}

function text(
  x: number,
  y: number,
  words: string,
  style: string,
  anchor = "middle",
): string {
  return `<text class="${style} o s-paper" x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}

function alternative(counts: readonly number[], language: Language): string {
  const parts = counts.map((count, i) =>
    `${i === 10 ? "100" : `${i * 10}–${i * 10 + 9.9}`}: ${count}`
  );
  return `${words.alternative[language]} ${parts.join(", ")}`;
}

const words = {
  mean: { en: "mean", ko: "평균" },
  median: { en: "median", ko: "중앙값" },
  axis: { en: "total", ko: "총점" },
  alternative: {
    en: "How many submissions have which total:",
    ko: "총점별 제출물 수:",
  },
} satisfies Record<string, Text>;
