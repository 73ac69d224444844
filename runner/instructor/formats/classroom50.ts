import type { Language } from "../../../tests/support/text.ts";
import { counted } from "../../verdict.ts";
import type { MarkedLesson, StudentRecord } from "../record.ts";
import type { Classroom50Submission } from "./classroom50_submission.ts";
import { checkWeights, sharePoints } from "./points.ts";
import { checkWords } from "./words.ts";

/** A check as Classroom 50 shows it; all points are whole numbers. */
export interface Classroom50Test {
  "test-name": string;
  passed: boolean;
  score: number;
  "max-score": number;
  /** More may be said of a test, and is kept as it is. */
  output?: string;
}

/**
 * The `result.json` of Classroom 50, CS50's successor of GitHub Classroom:
 * schema `classroom50/result/v1`, schemas/result-v1.schema.json of
 * github.com/foundation50/classroom50, explained on the page
 * "Advanced Autograding" of its wiki.
 */
export interface Classroom50Result extends Classroom50Submission {
  schema: "classroom50/result/v1";
  /** UTC, whole seconds. Its runner puts the time of the commit here. */
  datetime: string;
  score: number;
  "max-score": number;
  tests: Classroom50Test[];
}

/** The file in a student's folder that holds it. */
export const classroom50File = "result.json";

/**
 * What Classroom 50 is told of one submission. Its points are whole numbers:
 * of a single lesson each check is worth one. Several lessons share 10,000 by
 * their weights, which is hundredths of a percent, so the score is off the
 * exact one by a few hundredths at most. What the system cannot show is left
 * out: here a test has passed or has not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { toClassroom50 } from "./classroom50.ts";
 * import { readClassroom50 } from "./classroom50_submission.ts";
 * import { lessons, student } from "./fixtures.ts";
 *
 * const read = (variable: string) => `submit/${variable}`;
 * const first = { ...student, lessons: student.lessons.slice(0, 1) };
 * const { score, tests } = toClassroom50(
 *   first,
 *   lessons.slice(0, 1),
 *   "en",
 *   readClassroom50(read),
 *   new Date(),
 * );
 * assert.equal(`${score} of ${tests.length}`, "1 of 2");
 * ```
 */
export function toClassroom50(
  student: StudentRecord,
  lessons: readonly MarkedLesson[],
  language: Language,
  submission: Classroom50Submission,
  now: Date,
): Classroom50Result {
  const checks = counted(
    student.lessons.flatMap((record, at) =>
      record.checks.map((check, i) => ({
        check,
        state: check.state,
        name: `${lessons[at].number}.${i + 1} ${check.name[language]}`,
      }))
    ),
  );
  const weights = checkWeights(
    student.lessons.map(({ checks }, i) => ({
      ...lessons[i],
      checks: counted(checks),
    })),
  );
  const total = lessons.length === 1 ? checks.length : 10_000;
  const points = sharePoints(weights, total);
  const tests = checks.map(({ check, name }, i): Classroom50Test => {
    const passed = check.state === "passed";
    const output = checkWords(check, language);
    return {
      "test-name": name,
      passed,
      score: passed ? points[i] : 0,
      "max-score": points[i],
      ...(output === "" ? {} : { output }),
    };
  });
  return {
    schema: "classroom50/result/v1",
    ...submission,
    datetime: now.toISOString().replace(/\.\d+Z$/, "Z"),
    score: tests.reduce((sum, { score }) => sum + score, 0),
    "max-score": points.reduce((sum, full) => sum + full, 0),
    tests,
  };
}
