import { counted } from "../verdict.ts";
import type { MarkedLesson, Marks, StudentRecord } from "./record.ts";

/**
 * What a submission is worth: of each lesson the part of its checks that
 * passed, and of all lessons the mean by weight. Every check counts the same,
 * but for those that the system cannot show, which do not count.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { marksOf } from "./marks.ts";
 *
 * const none = { message: { en: "", ko: "" }, printed: "", ms: 0 };
 * const name = { en: "one", ko: "하나" };
 * const lesson = {
 *   student: "kim",
 *   lesson: "03_connect",
 *   state: "failed" as const,
 *   checks: [
 *     { ...none, name, state: "passed" as const },
 *     { ...none, name, state: "failed" as const },
 *     { ...none, name, state: "not on this system" as const },
 *   ],
 *   key: "",
 * };
 * const student = { student: "kim", remarks: [], lessons: [lesson] };
 * assert.deepEqual(marksOf(student, [{ weight: 2 }]), {
 *   lessons: [50],
 *   total: 50,
 * });
 * ```
 */
export function marksOf(
  { lessons }: StudentRecord,
  marked: readonly Pick<MarkedLesson, "weight">[],
): Marks {
  const marks = lessons.map((lesson) => {
    const checks = counted(lesson.checks);
    const passed = checks.filter(({ state }) => state === "passed").length;
    return checks.length === 0 ? 0 : 100 * passed / checks.length;
  });
  const weights = marked.reduce((sum, { weight }) => sum + weight, 0);
  const total = marks.reduce(
    (sum, mark, i) => sum + mark * marked[i].weight,
    0,
  );
  return { lessons: marks, total: weights === 0 ? 0 : total / weights };
}
