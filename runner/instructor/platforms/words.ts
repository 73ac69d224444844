/**
 * What the formats of the platforms say of checks and lessons in words.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { Outcome } from "../../../tests/support/verdict/outcome.ts";
import { messagesOf } from "../../../tests/support/verdict/told.ts";
import { counted } from "../../run/verdict.ts";
import { stateNames, visible } from "../../screen/verdict.ts";
import type { LessonRecord, MarkedLesson, StudentRecord } from "../record.ts";

/**
 * What is to be read below a check: its state, its message, and what the code
 * printed. Empty for a check that passed without a word.
 */
export function checkWords(check: Outcome<Text>, language: Language): string {
  const message = messagesOf(check.told)[language];
  const printed: Text = { en: "Your code printed:", ko: "코드가 출력한 것:" };
  const parts = [
    ...(check.state === "passed" ? [] : [stateNames[check.state][language]]),
    ...(message === "" ? [] : [message]),
    ...(check.printed === ""
      ? []
      : [printed[language], check.printed.trimEnd()]),
  ];
  return visible(parts.join("\n"));
}

/**
 * What students read of a submission as a whole, a line for each lesson.
 * Remarks are for the instructor and not among it.
 */
export function studentWords(
  student: StudentRecord,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const lines = student.lessons.flatMap((record, i) =>
    lessonWords(record, lessons[i], language)
  );
  return visible(lines.join("\n"));
}

function lessonWords(
  { state, checks, note }: LessonRecord,
  { number, title }: MarkedLesson,
  language: Language,
): string[] {
  const passed = checks.filter((check) => check.state === "passed").length;
  const heading = { en: `Lesson ${number}`, ko: `${number}과` }[language];
  const { length } = counted(checks);
  const count: Text = {
    en: `${passed} of ${length} checks passed`,
    ko: `검사 ${length}개 가운데 ${passed}개 통과`,
  };
  const missing: Text = { en: "no file handed in", ko: "제출한 파일 없음" };
  const words = (state === "missing" ? missing : count)[language];
  return [
    `${heading}. ${title[language]}: ${words}`,
    ...(note === undefined ? [] : [note[language]]),
  ];
}

/**
 * Shares whole points among checks by their weights. Each share differs from
 * the exact one by less than a point, and so does every run of neighbours, so
 * that a lesson is worth what it should be. All of them together are `total`.
 */
export function sharePoints(
  weights: readonly number[],
  total: number,
): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  let before = 0;
  let reached = 0;
  return weights.map((weight) => {
    before += weight;
    const until = Math.round(total * before / sum);
    const share = until - reached;
    reached = until;
    return share;
  });
}

/**
 * The weight of each check: those of a lesson share the lesson's weight, in
 * equal parts. The checks are in the order of their lessons.
 */
export function checkWeights(
  lessons: readonly { weight: number; checks: readonly unknown[] }[],
): number[] {
  return lessons.flatMap(({ weight, checks }) =>
    checks.map(() => weight / checks.length)
  );
}
