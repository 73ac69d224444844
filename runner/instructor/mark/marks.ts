import { join } from "node:path";
import { chooseLesson, findLessons } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { fromWorkingFolder } from "../../environment.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { counted } from "../../run/verdict.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { readResultsHead } from "../report/results_json.ts";
import { selectLessons } from "../selection.ts";
import type { MarkOptions } from "./options.ts";

/**
 * What a submission is worth: of each lesson the part of its checks that
 * passed, and of all lessons the mean by weight. Every check counts the same,
 * but for those that the system cannot show, which do not count.
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

/**
 * Reads `--weights FILE`: a JSON object (RFC 8259) of lessons and what they
 * count against each other, such as `{ "3": 2, "many_clients": 5 }`. A lesson
 * that is not named counts 1; 0 leaves it out of the total. Throws a `Refusal`
 * for all else.
 */
export function readWeights(
  path: string,
  lessons: readonly Lesson[],
  marked: readonly Lesson[] = lessons,
): Map<string, number> {
  try {
    return parseWeights(Deno.readTextFileSync(path), lessons, marked);
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw systemRefusal(path, error);
  }
}

/**
 * The weights by the lessons' folders. One file may serve a whole term: lessons
 * of the course that are not `marked` now do not count.
 */
export function parseWeights(
  text: string,
  lessons: readonly Lesson[],
  marked: readonly Lesson[] = lessons,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [name, weight] of Object.entries(readObject(text))) {
    const lesson = chooseLesson(lessons, name);
    if (lesson === undefined) throw noLesson(name);
    if (typeof weight !== "number" || weight < 0) throw noWeight(name, weight);
    if (weights.has(lesson.folder)) throw twice(name);
    weights.set(lesson.folder, weight);
  }
  if (marked.every(({ folder }) => weights.get(folder) === 0)) throw nothing();
  return weights;
}

function readObject(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof read === "object" && read !== null && !Array.isArray(read)) {
      return read as Record<string, unknown>;
    }
  } catch {
    // What it should be is said below.
  }
  throw new Refusal({
    en:
      'The file of --weights is no JSON object of lessons and numbers, such as { "3": 2, "many_clients": 5 }',
    ko:
      '--weights 파일이 과와 수로 된 JSON 객체가 아닙니다. 예: { "3": 2, "many_clients": 5 }',
  });
}

function noLesson(name: string): Refusal {
  return new Refusal({
    en:
      `The file of --weights names "${name}", and that is none of the lessons of the course`,
    ko: `--weights 파일에 이 과정에 없는 과가 있습니다: "${name}"`,
  });
}

function noWeight(name: string, weight: unknown): Refusal {
  const given = JSON.stringify(weight);
  return new Refusal({
    en:
      `The weight of lesson "${name}" must be a number from 0 on, and is ${given}`,
    ko: `"${name}" 과의 가중치는 0 이상의 수여야 합니다. 지금 값: ${given}`,
  });
}

function twice(name: string): Refusal {
  return new Refusal({
    en:
      `The file of --weights names one lesson twice, the second time as "${name}"`,
    ko: `--weights 파일에 같은 과가 두 번 있습니다. 두 번째 이름: "${name}"`,
  });
}

function nothing(): Refusal {
  return new Refusal({
    en:
      "The file of --weights gives every lesson the weight 0: no total is left",
    ko: "--weights 파일에서 모든 과의 가중치가 0이라 총점을 낼 수 없습니다",
  });
}

/**
 * The lessons that are marked, and what they count by their folders; `out` is
 * the folder of results. With `--only` they are those of the earlier run where
 * nothing else is asked for, so that the others' lines stay as they are.
 */
export function whatCounts(
  { only, ...options }: Pick<MarkOptions, "only" | "lessons" | "weights">,
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
