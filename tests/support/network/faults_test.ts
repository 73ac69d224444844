import assert from "node:assert/strict";
import { arrivals, faultsOf, faulty } from "./relay.ts";

const letters = "abcdef".split("");
const come = (faults: Parameters<typeof faulty>[0]) =>
  arrivals(letters, faults).join("");

Deno.test("faulty() lets everything through without a script", () => {
  assert.equal(come({}), "abcdef");
});

Deno.test("faulty() drops, doubles and exchanges what the script says", () => {
  assert.equal(come({ drop: [0, 5] }), "bcde");
  assert.equal(come({ twice: [2] }), "abccdef");
  assert.equal(come({ order: [2, 0, 1] }), "cabdef");
  assert.equal(come({ order: [5, 0] }), "fabcde");
  assert.equal(come({ drop: [0], twice: [0, 1] }), "bbcdef");
  assert.equal(come({ drop: [1], twice: [2], order: [2, 1, 0] }), "ccadef");
});

Deno.test("faulty() holds back only what must wait for another one", () => {
  const pass = faulty<string>({ order: [1, 0] });
  const steps = letters.slice(0, 4).map((letter) => pass(letter).join(""));
  assert.deepEqual(steps, ["", "ba", "c", "d"]);
});

Deno.test("faulty() keeps for ever what waits for one that never comes", () => {
  assert.equal(arrivals(["a", "b"], { order: [2] }).join(""), "");
});

Deno.test("faultsOf() is the same for one seed and has all three faults", () => {
  assert.deepEqual(faultsOf(9, 40), faultsOf(9, 40));
  const { drop = [], twice = [], order = [] } = faultsOf(9, 40);
  assert.ok(drop.length > 0 && drop.length < 20);
  assert.ok(twice.length > 0 && twice.length < 20);
  assert.equal(new Set(order).size, 40);
  const items = Array.from({ length: 40 }, (_, i) => i);
  const came = arrivals(items, faultsOf(9, 40));
  assert.equal(came.length, 40 - drop.length + twice.length);
});
