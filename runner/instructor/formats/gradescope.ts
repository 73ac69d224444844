import type { Language, Text } from "../../../tests/support/text.ts";
import { counted } from "../../verdict.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { checkWeights, sharePoints } from "./points.ts";
import { checkWords, studentWords } from "./words.ts";

/** One check, as Gradescope shows it. */
export interface GradescopeTest {
  /** The lesson's number and the check's place in it, for example `3.2`. */
  number: string;
  name: string;
  name_format: "text";
  status: "passed" | "failed";
  /** Points, with at most two decimals. */
  score: number;
  max_score: number;
  output?: string;
  output_format: "text";
  /** The lesson's folder, and the state in the words of the course. */
  tags: string[];
  visibility: "visible";
}

/**
 * The `results.json` of Gradescope's autograder specification
 * (gradescope-autograders.readthedocs.io/en/latest/specs). Students read it
 * all, but for the standard output.
 */
export interface GradescopeResults {
  /** Of 100. It is what counts, whatever the tests add up to. */
  score: number;
  /** Seconds. */
  execution_time?: number;
  output: string;
  output_format: "text";
  visibility: "visible";
  stdout_visibility: "hidden";
  tests: (GradescopeTest | Pick<GradescopeTest, "name" | "status">)[];
}

/** The file in a student's folder that holds it. */
export const gradescopeFile = "gradescope.json";

/**
 * What Gradescope is told of one submission: a hundred points, shared among
 * the lessons by their weights and within a lesson equally among its checks.
 * What the system cannot show is left out: here a test has passed or failed.
 * The texts of students are never taken for HTML or Markdown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { marksOf } from "../marks.ts";
 * import { lessons, student } from "./fixtures.ts";
 * import { toGradescope } from "./gradescope.ts";
 *
 * const marks = marksOf(student, lessons);
 * const { score, tests } = toGradescope(student, marks, lessons, "en");
 * assert.equal(score, 62.5);
 * assert.equal(tests[1].status, "failed");
 * ```
 */
export function toGradescope(
  student: StudentRecord,
  marks: Marks,
  lessons: readonly MarkedLesson[],
  language: Language,
): GradescopeResults {
  const checks = counted(
    student.lessons.flatMap((record, at) =>
      record.checks.map((check, i) => ({
        check,
        state: check.state,
        number: `${lessons[at].number}.${i + 1}`,
        folder: record.lesson,
      }))
    ),
  );
  const points = sharePoints(checkWeights(weighted(student, lessons)), 10_000);
  const tests = checks.map(({ check, number, folder }, i): GradescopeTest => {
    const output = checkWords(check, language);
    const passed = check.state === "passed";
    const full = points[i] / 100;
    return {
      number,
      name: check.name[language],
      name_format: "text",
      status: passed ? "passed" : "failed",
      score: passed ? full : 0,
      max_score: full,
      ...(output === "" ? {} : { output }),
      output_format: "text",
      tags: [folder, check.state],
      visibility: "visible",
    };
  });
  const ms = checks.reduce((sum, { check }) => sum + check.ms, 0);
  return {
    score: toHundredths(marks.total),
    execution_time: toHundredths(ms / 1000),
    output: studentWords(student, lessons, language),
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    tests,
  };
}

/** The lessons with those checks that count. */
function weighted(student: StudentRecord, lessons: readonly MarkedLesson[]) {
  return student.lessons.map(({ checks }, i) => ({
    weight: lessons[i].weight,
    checks: counted(checks),
  }));
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * What Gradescope is told when nothing could be marked, in both languages,
 * because it is written before anything of the course has run.
 */
export function gradescopeFailure(): GradescopeResults {
  return {
    score: 0,
    output: `${failed.en}\n\n${failed.ko}`,
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    tests: [{ name: "The autograder / 자동 채점기", status: "failed" }],
  };
}

const failed: Text = {
  en:
    "The autograder itself failed, so nothing was marked. These 0 points are no mark, and your submission may be right. Tell your instructor, who finds the reason in the autograder's output and can run it again.",
  ko:
    "자동 채점기가 실패하여 아무것도 채점하지 못했습니다. 지금의 0점은 성적이 아니며, 제출한 코드에는 문제가 없을 수 있습니다. 교수자에게 알려 주십시오. 교수자는 자동 채점기의 출력에서 원인을 확인하고 다시 실행할 수 있습니다.",
};
