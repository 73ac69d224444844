import assert from "node:assert/strict";
import { findLessons } from "../../course.ts";
import { Refusal } from "../../refusal.ts";
import { checkPoints, parseWeights, readWeights } from "./marks.ts";

const lessons = findLessons();

Deno.test("parseWeights() takes numbers, names and folders, and a byte order mark", () => {
  const text = '\uFEFF{ "3": 2, "many_clients": 0.5, "01_socket": 0 }';
  assert.deepEqual(
    parseWeights(text, lessons),
    new Map([
      ["03_connect", { weight: 2 }],
      ["11_many_clients", { weight: 0.5 }],
      ["01_socket", { weight: 0 }],
    ]),
  );
});

const refused: [string, RegExp][] = [
  ["", /no JSON object/],
  ["[1, 2]", /no JSON object/],
  ["3: 2", /no JSON object/],
  ['{ "13": 1 }', /names "13"/],
  ['{ "3": "2" }', /is "2"/],
  ['{ "3": -1 }', /is -1/],
  ['{ "3": null }', /is null/],
  ['{ "3": 1e308, "4": 1e308 }', /to 1000000, and is 1e\+308/],
  ['{ "3": { "probe": 1e400 } }', /"3: probe" must be .* is null/],
  ['{ "3": 1, "connect": 2 }', /twice.*"connect"/],
];
for (const [text, words] of refused) {
  Deno.test(`parseWeights() refuses ${text || "an empty file"}`, () => {
    assert.throws(
      () => parseWeights(text, lessons),
      (error) => error instanceof Refusal && words.test(error.message),
    );
  });
}

Deno.test("parseWeights() takes one file for lessons that are marked later, too", () => {
  const [first, second] = lessons;
  const text = '{ "1": 0, "2": 1 }';
  assert.equal(
    parseWeights(text, lessons, [second]).get(second.folder)?.weight,
    1,
  );
  assert.throws(() => parseWeights(text, lessons, [first]), /no total/);
});

Deno.test("parseWeights() refuses a total of nothing", () => {
  const all = Object.fromEntries(lessons.map(({ number }) => [number, 0]));
  assert.throws(() => parseWeights(JSON.stringify(all), lessons), /no total/);
});

Deno.test("parseWeights() takes the points of functions", () => {
  const text = '{ "4": { "lesson": 2, "writeAll": 3 }, "3": { "probe": 0 } }';
  assert.deepEqual(
    parseWeights(text, lessons),
    new Map([
      ["04_read_write", { weight: 2, points: { writeAll: 3 } }],
      ["03_connect", { weight: 1, points: { probe: 0 } }],
    ]),
  );
});

Deno.test("checkPoints() names the functions that there are", () => {
  const functions = ["connectTo", "probe"];
  const points = (given: Record<string, number>) => () =>
    checkPoints({ name: "connect", points: given }, functions);
  points({ probe: 0 })();
  assert.throws(points({ prode: 1 }), /It has: connectTo, probe/);
  assert.throws(points({ connectTo: 0, probe: 0 }), /no mark is left/);
});

Deno.test("readWeights() names a file that cannot be read", () => {
  assert.throws(
    () => readWeights("/there/is/no/weights.json", lessons),
    (error) =>
      error instanceof Refusal && error.text.ko.includes("weights.json"),
  );
});
