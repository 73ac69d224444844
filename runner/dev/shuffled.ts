/**
 * The same things in an order that only `seed` decides (R. A. Fisher and
 * F. Yates; the generator is a linear congruential one, ISO C's example).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { shuffled } from "./shuffled.ts";
 *
 * assert.deepEqual(shuffled([1, 2, 3], 7), shuffled([1, 2, 3], 7));
 * assert.deepEqual(shuffled([1, 2, 3], 7).sort(), [1, 2, 3]);
 * ```
 */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const result = [...things];
  let state = seed >>> 0;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const j = (state >>> 8) % (i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
