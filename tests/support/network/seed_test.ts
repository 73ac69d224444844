import assert from "node:assert/strict";
import { numbers, shuffled } from "./segments.ts";

Deno.test("numbers() stays below its limit and uses all of it", () => {
  const drawn = numbers(3, 400, 4);
  assert.deepEqual(new Set(drawn), new Set([0, 1, 2, 3]));
  assert.deepEqual(numbers(3, 0, 4), []);
});

Deno.test("numbers() differ from seed to seed", () => {
  const all = [1, 2, 3, 4].map((seed) => numbers(seed, 6, 1000).join());
  assert.equal(new Set(all).size, 4);
});

Deno.test("shuffled() gives each number once, in another order", () => {
  const order = shuffled(5, 20);
  assert.notDeepEqual(order, order.toSorted((a, b) => a - b));
  assert.deepEqual(new Set(order).size, 20);
  assert.deepEqual(shuffled(5, 0), []);
});
