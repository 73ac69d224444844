import type { Lesson } from "../course.ts";
import { chooseLesson } from "../course.ts";
import { Refusal, systemRefusal } from "./refusal.ts";

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
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { findLessons } from "../course.ts";
 * import { parseWeights } from "./weights.ts";
 *
 * const weights = parseWeights('{ "3": 2 }', findLessons());
 * assert.deepEqual([...weights], [["03_connect", 2]]);
 * ```
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
