/**
 * The whole course on one screen.
 *
 * @module
 */
import type { Text } from "../tests/support/text.ts";
import type { Look } from "./screen.ts";
import { stateNames } from "./screen.ts";
import { counted, countOf } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";
import { pad } from "./width.ts";

/** One line a lesson, and how far the student has come. */
export function renderList(
  verdicts: readonly Verdict[],
  titles: ReadonlyMap<number, string>,
  look: Look,
): string[] {
  const lines = verdicts.map((verdict) => {
    const { lesson, state, checks } = verdict;
    const number = String(lesson.number).padStart(3);
    const name = pad(stateNames[state][look.language], 13);
    const done = `${countOf(verdict, "passed")}/${counted(checks).length}`;
    const colour = state === "passed"
      ? "green"
      : state === "failed"
      ? "red"
      : "dim";
    return `${number}  ${look.style(colour, name)}${pad(done, 7)}${
      titles.get(lesson.number) ?? lesson.name
    }`;
  });
  const passed = verdicts.filter(({ state }) => state === "passed").length;
  const sum: Text = {
    en: `${passed} of ${verdicts.length} lessons passed`,
    ko: `${verdicts.length}과 가운데 ${passed}과 통과`,
  };
  const bar = progressBar(passed, verdicts.length);
  return [...lines, "", `${bar} ${sum[look.language]}`];
}

/**
 * A bar in plain ASCII.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { progressBar } from "./list.ts";
 *
 * assert.equal(progressBar(1, 4, 8), "[##......]");
 * ```
 */
export function progressBar(done: number, total: number, width = 24): string {
  const filled = total === 0 ? 0 : Math.floor(width * done / total);
  return `[${"#".repeat(filled)}${".".repeat(width - filled)}]`;
}
