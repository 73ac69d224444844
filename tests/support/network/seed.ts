import { payload } from "../bytes.ts";

/**
 * `count` whole numbers from 0 up to, and without, `below`. They look random
 * and are the same every time for one `seed`, so what a check did can be done
 * again.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { numbers } from "./seed.ts";
 *
 * assert.deepEqual(numbers(7, 3, 10), numbers(7, 3, 10));
 * assert.equal(numbers(7, 3, 10).length, 3);
 * ```
 */
export function numbers(seed: number, count: number, below: number): number[] {
  const words = new Uint32Array(payload(4 * count, seed).buffer);
  return Array.from(words, (word) => word % below);
}

/**
 * The numbers from 0 to `count - 1` in an order that `seed` decides
 * (R. Durstenfeld, "Algorithm 235: Random permutation", 1964).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { shuffled } from "./seed.ts";
 *
 * assert.deepEqual(shuffled(7, 5).toSorted(), [0, 1, 2, 3, 4]);
 * ```
 */
export function shuffled(seed: number, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  const draws = numbers(seed, count, 2 ** 32);
  for (let last = count - 1; last > 0; last--) {
    const chosen = draws[last] % (last + 1);
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}
