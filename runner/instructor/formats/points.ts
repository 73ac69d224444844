/**
 * Shares whole points among checks by their weights. Each share differs from
 * the exact one by less than a point, and so does every run of neighbours, so
 * that a lesson is worth what it should be. All of them together are `total`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sharePoints } from "./points.ts";
 *
 * assert.deepEqual(sharePoints([1, 1, 1], 100), [33, 34, 33]);
 * assert.deepEqual(sharePoints([1, 1, 2], 4), [1, 1, 2]);
 * ```
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
