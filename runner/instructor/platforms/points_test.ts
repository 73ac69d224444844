import assert from "node:assert/strict";
import { sharePoints } from "./words.ts";

Deno.test("sharePoints() gives every point away, whatever the weights", () => {
  for (const weights of [[1], [1, 1, 1], [0.1, 0.2, 7], Array(177).fill(1)]) {
    const points = sharePoints(weights, 10_000);
    assert.equal(points.reduce((a, b) => a + b), 10_000);
    assert.ok(points.every((share) => Number.isInteger(share) && share >= 0));
  }
});

Deno.test("sharePoints() keeps each lesson within a point of its weight", () => {
  const lessons = [11, 16, 15, 18, 16, 11, 15, 13, 14, 12, 9, 15];
  const weights = lessons.flatMap((checks) => Array(checks).fill(1 / checks));
  const points = sharePoints(weights, 10_000);
  for (const checks of lessons) {
    const sum = points.splice(0, checks).reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 10_000 / 12) < 1, `${sum}`);
  }
});

Deno.test("sharePoints() gives nothing where nothing counts", () => {
  assert.deepEqual(sharePoints([0, 0], 100), [0, 0]);
  assert.deepEqual(sharePoints([], 100), []);
});
