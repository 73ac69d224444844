/**
 * A mark as it is shown: from 0 to 100 with at most one decimal, and a point
 * before it in every language of the course. Only what is complete is shown
 * as 100, and only what is nothing as 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { percent } from "./percent.ts";
 *
 * assert.equal(percent(100 / 3), "33.3");
 * assert.equal(percent(99.96), "99.9");
 * assert.equal(percent(50), "50");
 * ```
 */
export function percent(mark: number): string {
  // A mean of many marks may miss a whole number by a hair.
  const exact = Math.round(mark * 1e6) / 1e6;
  const tenths = Math.round(exact * 10);
  if (exact < 100 && tenths >= 1000) return "99.9";
  if (exact > 0 && tenths <= 0) return "0.1";
  return `${tenths / 10}`;
}
