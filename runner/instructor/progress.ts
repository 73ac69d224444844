import type { Language, Text } from "../../tests/support/text.ts";
import { progressBar } from "../list.ts";

/** How far the marking has come. */
export interface Progress {
  /** Verdicts that are there. */
  done: number;
  /** Of these, the ones that an earlier run left. */
  kept: number;
  total: number;
  /** Milliseconds since this run began to mark. */
  ms: number;
}

/**
 * One line: a bar, how many verdicts of how many, and the time that is left if
 * the rest takes as long as what this run has done so far.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { renderProgress } from "./progress.ts";
 *
 * const progress = { done: 30, kept: 10, total: 40, ms: 60_000 };
 * assert.equal(
 *   renderProgress(progress, "en"),
 *   "[##################......] 30 of 40 verdicts, 30 s left",
 * );
 * ```
 */
export function renderProgress(
  { done, kept, total, ms }: Progress,
  language: Language,
): string {
  const fresh = done - kept;
  const left = fresh === 0 ? undefined : ms / fresh * (total - done);
  const words: Text = {
    en: `${done} of ${total} verdicts`,
    ko: `판정 ${total}개 가운데 ${done}개`,
  };
  const time = left === undefined ? "" : `, ${timeLeft(left)[language]}`;
  return `${progressBar(done, total)} ${words[language]}${time}`;
}

function timeLeft(ms: number): Text {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) {
    return { en: `${seconds} s left`, ko: `${seconds}초 남음` };
  }
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) {
    return { en: `${minutes} min left`, ko: `${minutes}분 남음` };
  }
  const hours = (minutes / 60).toFixed(1);
  return { en: `${hours} h left`, ko: `${hours}시간 남음` };
}
