/**
 * What the formats of the platforms say of checks and lessons in words.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { Outcome } from "../../../tests/support/verdict/outcome.ts";
import { finerPoint, messagesOf } from "../../../tests/support/verdict/told.ts";
import { counted, sharesOf, shownAs } from "../../run/verdict.ts";
import { stateNames, visible } from "../../screen/verdict.ts";
import type { LessonRecord, MarkedLesson, StudentRecord } from "../record.ts";

/**
 * What is to be read below a check: its state, its message, and what the code
 * printed. Empty for a check that passed without a word.
 */
export function checkWords(check: Outcome<Text>, language: Language): string {
  const message = messagesOf(check.told)[language];
  const printed: Text = { en: "Your code printed:", ko: "코드가 출력한 것:" };
  const state = shownAs(check);
  const parts = [
    ...(state === "passed"
      ? []
      : state === "finer point"
      ? [finerPoint(check.name[language], language)]
      : [stateNames[state][language]]),
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
  const must = counted(checks);
  const passed = must.filter(({ state }) => state === "passed").length;
  const heading = { en: `Lesson ${number}`, ko: `${number}과` }[language];
  const { length } = must;
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

/** A check as a test of a platform. */
export interface PlatformTest {
  check: Outcome<Text>;
  /** The lesson's number and the check's place in it, for example `3.2`. */
  number: string;
  /** The lesson's folder. */
  folder: string;
  /** What it counts against the others; 0 for a finer point. */
  weight: number;
}

/**
 * The checks of a submission as tests, in the order of their lessons: those of
 * a lesson share the lesson's weight. What the system cannot show is left out:
 * on a platform a test has passed or has not.
 */
export function testsOf(
  { lessons: records }: Pick<StudentRecord, "lessons">,
  lessons: readonly Pick<
    MarkedLesson,
    "number" | "weight" | "points" | "extras"
  >[],
): PlatformTest[] {
  return records.flatMap(({ checks, lesson: folder }, at) => {
    const shares = sharesOf(checks, lessons[at]);
    return checks.map((check, i) => ({
      check,
      number: `${lessons[at].number}.${i + 1}`,
      folder,
      weight: lessons[at].weight * shares[i],
    }));
  }).filter(({ check }) => check.state !== "not on this system");
}
