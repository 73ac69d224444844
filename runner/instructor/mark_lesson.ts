import type { Text } from "../../tests/support/text.ts";
import { mapTold } from "../../tests/support/verdict/told.ts";
import { courseVersion } from "../course.ts";
import type { Lesson } from "../course.ts";
import { runChecks } from "../run_checks.ts";
import { verdictOf } from "../verdict.ts";
import { allChecks, unknown } from "./all_checks.ts";
import type { LessonRecord, MarkedLesson } from "./record.ts";

/** One lesson of one submission. */
export interface ToMark {
  student: string;
  lesson: Lesson;
  marked: MarkedLesson;
  /** The file that was handed in; undefined if there is none. */
  exercise?: string;
  /** See `verdictKey()`. */
  key: string;
}

/**
 * Runs the checks on what was handed in for a lesson. Returns undefined if
 * `signal` ended the run: then nothing is known.
 */
export async function markLesson(
  { student, lesson, marked, exercise, key }: ToMark,
  signal: AbortSignal,
): Promise<LessonRecord | undefined> {
  const about = {
    student,
    lesson: lesson.folder,
    course: courseVersion(),
    key,
  };
  if (exercise === undefined) {
    const checks = marked.checks.map((name) =>
      unknown(name, missing, "not started")
    );
    return { ...about, state: "missing", checks };
  }
  const run = await runChecks({
    lesson,
    instead: exercise,
    wire: true,
    signal,
  });
  if (signal.aborted) return undefined;
  const outcomes = allChecks(run.outcomes, marked.checks);
  const { state, checks, note } = verdictOf(lesson, { ...run, outcomes });
  return { ...about, state, checks: checks.map(ofFairSize), note };
}

/** Characters that the record of one check may have; a picture has far fewer. */
const longest = 400_000;

/** Characters that a text of such a check may have. */
const longestText = 20_000;

/** A check that would fill the disk keeps its verdict, and loses its picture. */
function ofFairSize(check: LessonRecord["checks"][number]) {
  if (JSON.stringify(check).length <= longest) return check;
  const { wire: _, place: __, ...rest } = check;
  return {
    ...rest,
    ...(check.told === undefined ? {} : {
      told: mapTold(check.told, (text) => text.slice(0, longestText)),
    }),
    printed: check.printed.slice(0, longestText),
  };
}

const missing: Text = {
  en: "No file was handed in for this lesson.",
  ko: "이 과의 파일이 제출되지 않았습니다.",
};
