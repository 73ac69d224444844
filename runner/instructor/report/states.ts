/**
 * The states of lessons and checks as the pages name them: a sign, a word and
 * a colour, so that none of the three is needed alone.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { State } from "../../../tests/support/verdict/outcome.ts";
import type { LessonRecord } from "../record.ts";

/** What a lesson can be in. */
export type ShownState = LessonRecord["state"];

/** The states of lessons, from the best to those of which nothing is known. */
export const shownStates: readonly ShownState[] = [
  "passed",
  "failed",
  "not started",
  "missing",
  "could not be checked",
];

/** The words for the states. */
export const stateWords: Record<ShownState | State, Text> = {
  passed: { en: "passed", ko: "통과" },
  failed: { en: "failed", ko: "실패" },
  "not started": { en: "not started", ko: "시작 전" },
  missing: { en: "missing", ko: "파일 없음" },
  "could not be checked": { en: "not checked", ko: "검사 못 함" },
  "not on this system": { en: "not here", ko: "해당 없음" },
};

const signs: Record<ShownState | State, string> = {
  passed: "✓",
  failed: "✗",
  "not started": "○",
  missing: "∅",
  "could not be checked": "?",
  "not on this system": "–",
};

/** The name of the style of a state. */
export function styleOf(state: ShownState | State): string {
  return state.replaceAll(" ", "-");
}

/** A state as HTML; the sign is not read aloud. */
export function stateHtml(
  state: ShownState | State,
  language: Language,
): string {
  const sign = `<span aria-hidden="true">${signs[state]}</span>`;
  return `<span class="state is-${styleOf(state)}">${sign} ${
    stateWords[state][language]
  }</span>`;
}
