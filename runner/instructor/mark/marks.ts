import { join } from "node:path";
import { chooseLesson, findLessons } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { fromWorkingFolder } from "../../environment.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { markOf } from "../../run/verdict.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { readResultsHead } from "../report/results_json.ts";
import { selectLessons } from "../selection.ts";
import type { MarkOptions } from "./options.ts";

/**
 * What a submission is worth: of each lesson the mean of its functions, of each
 * of which the part of its checks that passed; and of all lessons the mean by
 * weight. What the system cannot show does not count.
 */
export function marksOf(
  { lessons, late = 0 }: Pick<StudentRecord, "lessons" | "late">,
  marked: readonly Pick<MarkedLesson, "weight" | "points" | "extras">[],
): Marks {
  const marks = lessons.map(({ checks }, i) => markOf(checks, marked[i]));
  const weights = marked.reduce((sum, { weight }) => sum + weight, 0);
  const total = marks.reduce(
    (sum, mark, i) => sum + mark * marked[i].weight,
    0,
  );
  const mean = weights === 0 ? 0 : total / weights;
  return { lessons: marks, total: mean * (100 - late) / 100 };
}

/** What a lesson counts, and what counts in it. */
export type Weight = Pick<MarkedLesson, "weight" | "points" | "extras">;

/**
 * Reads `--weights FILE`: a JSON object (RFC 8259) of lessons and what they
 * count against each other, such as `{ "3": 2, "many_clients": 5 }`. A lesson
 * that is not named counts 1; 0 leaves it out of the total. In the place of a
 * number there may be an object of the points of its functions, and of the
 * lesson as a whole: `{ "4": { "lesson": 2, "writeAll": 3 } }`. Throws a
 * `Refusal` for all else.
 */
export function readWeights(
  path: string,
  lessons: readonly Lesson[],
  marked: readonly Lesson[] = lessons,
): Map<string, Weight> {
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
): Map<string, Weight> {
  const weights = new Map<string, Weight>();
  for (const [name, given] of Object.entries(readObject(text))) {
    const lesson = chooseLesson(lessons, name);
    if (lesson === undefined) throw noLesson(name);
    if (weights.has(lesson.folder)) throw twice(name);
    weights.set(lesson.folder, toWeight(name, given));
  }
  if (marked.every(({ folder }) => weights.get(folder)?.weight === 0)) {
    throw nothing();
  }
  return weights;
}

function toWeight(name: string, given: unknown): Weight {
  if (typeof given !== "object" || given === null) {
    return { weight: numberOf(name, given) };
  }
  const { lesson = 1, ...points } = given as Record<string, unknown>;
  return {
    weight: numberOf(name, lesson),
    points: Object.fromEntries(
      Object.entries(points).map((
        [one, count],
      ) => [one, numberOf(`${name}: ${one}`, count)]),
    ),
  };
}

/** A weight: with more than this, a sum of them might not be a number. */
const mostWeight = 1_000_000;

function numberOf(name: string, given: unknown): number {
  if (typeof given === "number" && given >= 0 && given <= mostWeight) {
    return given;
  }
  throw noWeight(name, given);
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
      `The weight of "${name}" must be a number from 0 to ${mostWeight}, and is ${given}`,
    ko:
      `"${name}"의 가중치는 0 이상 ${mostWeight} 이하의 수여야 합니다. 지금 값: ${given}`,
  });
}

function twice(name: string): Refusal {
  return new Refusal({
    en:
      `The file of --weights names one lesson twice, the second time as "${name}"`,
    ko: `--weights 파일에 같은 과가 두 번 있습니다. 두 번째 이름: "${name}"`,
  });
}

/** Throws a `Refusal` where points are given to what is no function of it. */
export function checkPoints(
  { name, points = {} }: Pick<MarkedLesson, "name" | "points">,
  functions: readonly string[],
): void {
  const other = Object.keys(points).find((one) => !functions.includes(one));
  if (other !== undefined) {
    const all = functions.join(", ");
    throw new Refusal({
      en:
        `The file of --weights gives points to "${other}", and lesson "${name}" has no such function. It has: ${all}`,
      ko:
        `--weights 파일에 "${name}" 과에 없는 함수가 있습니다: "${other}"\n이 과의 함수: ${all}`,
    });
  }
  if (functions.every((one) => points[one] === 0)) {
    throw new Refusal({
      en:
        `The file of --weights gives every function of lesson "${name}" no points: no mark is left`,
      ko:
        `--weights 파일에서 "${name}" 과의 모든 함수가 0점이라 점수를 낼 수 없습니다`,
    });
  }
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
  { only, ...options }: Pick<
    MarkOptions,
    "only" | "lessons" | "weights" | "extras"
  >,
  out: string,
): { lessons: Lesson[]; weights: Map<string, Weight> } {
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
  const kept = new Map(
    earlier.map(({ folder, weight, points }) => [folder, { weight, points }]),
  );
  const weights: Map<string, Weight> = options.weights === undefined
    ? kept
    : readWeights(fromWorkingFolder(options.weights), all, lessons);
  const extras = options.extras || earlier.some(({ extras }) => extras);
  if (!extras) return { lessons, weights };
  return {
    lessons,
    weights: new Map(
      lessons.map(({ folder }) => [
        folder,
        { weight: 1, ...weights.get(folder), extras },
      ]),
    ),
  };
}
