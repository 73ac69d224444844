/**
 * The states of lessons and checks as the pages name them: a sign, a word and
 * a colour, so that none of the three is needed alone.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { LessonRecord } from "../record.ts";

/** What a lesson can be in; a check is never "missing". */
export type ShownState = LessonRecord["state"];

/** All states, from the best to those of which nothing is known. */
export const shownStates: readonly ShownState[] = [
  "passed",
  "failed",
  "not started",
  "missing",
  "could not be checked",
];

/** The words for the states. */
export const stateWords: Record<ShownState, Text> = {
  passed: { en: "passed", ko: "통과" },
  failed: { en: "failed", ko: "실패" },
  "not started": { en: "not started", ko: "시작 전" },
  missing: { en: "missing", ko: "파일 없음" },
  "could not be checked": { en: "not checked", ko: "검사 못 함" },
};

const signs: Record<ShownState, string> = {
  passed: "✓",
  failed: "✗",
  "not started": "○",
  missing: "∅",
  "could not be checked": "?",
};

/** The name of the style of a state. */
export function styleOf(state: ShownState): string {
  return state.replaceAll(" ", "-");
}

/** A state as HTML; the sign is not read aloud. */
export function stateHtml(state: ShownState, language: Language): string {
  const sign = `<span aria-hidden="true">${signs[state]}</span>`;
  return `<span class="state is-${styleOf(state)}">${sign} ${
    stateWords[state][language]
  }</span>`;
}
