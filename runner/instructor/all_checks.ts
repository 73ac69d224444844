import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { noteOf } from "../../tests/support/verdict/told.ts";

/**
 * One outcome for each check of a lesson, in the lesson's order, from what a
 * run told. A check that did not come to run could not be checked; what the
 * lesson does not have is left out; and a name that comes twice is no pass.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { allChecks } from "./all_checks.ts";
 *
 * const [check] = allChecks([], [{ en: "it works", ko: "작동한다" }]);
 * assert.equal(check.state, "could not be checked");
 * ```
 */
export function allChecks(
  told: readonly Outcome<Text>[],
  names: readonly Text[],
): Outcome<Text>[] {
  return names.map((name): Outcome<Text> => {
    const [outcome, ...others] = told.filter((one) => one.name.en === name.en);
    if (outcome === undefined) return unknown(name, notRun);
    return others.length > 0 ? unknown(name, twice) : outcome;
  });
}

/** A check of which nothing is known, and why. */
export function unknown(
  name: Text,
  note: Text,
  state: Outcome["state"] = "could not be checked",
): Outcome<Text> {
  return { name, state, told: noteOf(note), printed: "", ms: 0 };
}

const notRun: Text = {
  en: "The run had ended before this check.",
  ko: "이 검사에 이르기 전에 실행이 끝났습니다.",
};

const twice: Text = {
  en: "Two checks with this name were reported, so neither counts.",
  ko: "이 이름의 검사가 두 번 보고되어 어느 쪽도 인정하지 않습니다.",
};
