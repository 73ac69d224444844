import { join } from "node:path";
import { findLessons } from "../course.ts";
import type { Lesson } from "../course.ts";
import { fromWorkingFolder } from "../working_folder.ts";
import type { GradeOptions } from "./grade_options.ts";
import { readResultsHead } from "./report/results_json.ts";
import { selectLessons } from "./selection.ts";
import { readWeights } from "./weights.ts";

/**
 * The lessons that are marked, and what they count by their folders; `out` is
 * the folder of results. With `--only` they are those of the earlier run where
 * nothing else is asked for, so that the others' lines stay as they are.
 */
export function whatCounts(
  { only, ...options }: Pick<GradeOptions, "only" | "lessons" | "weights">,
  out: string,
): { lessons: Lesson[]; weights: Map<string, number> } {
  const all = findLessons();
  const earlier = only === undefined
    ? []
    : readResultsHead(join(out, "results.json")) ?? [];
  const before = all.filter((lesson) =>
    earlier.some(({ folder }) => folder === lesson.folder)
  );
  const lessons = options.lessons !== undefined
    ? selectLessons(options.lessons, all)
    : before.length > 0
    ? before
    : all;
  const weights = options.weights === undefined
    ? new Map(earlier.map(({ folder, weight }) => [folder, weight]))
    : readWeights(fromWorkingFolder(options.weights), all, lessons);
  return { lessons, weights };
}
