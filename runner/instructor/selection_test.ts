import assert from "node:assert/strict";
import { findLessons } from "../course.ts";
import { Refusal } from "../refusal.ts";
import { selectLessons } from "./selection.ts";

const lessons = findLessons();

Deno.test("selectLessons() takes numbers and ranges in any order, once each", () => {
  const chosen = selectLessons("9,2-4,3", lessons);
  assert.deepEqual(chosen.map(({ number }) => number), [2, 3, 4, 9]);
});

Deno.test("selectLessons() refuses what is no list, and names it", () => {
  for (const list of ["", "one", "1-", "5-2", "1,,2", "-3"]) {
    assert.throws(
      () => selectLessons(list, lessons),
      (error) =>
        error instanceof Refusal && error.text.ko.includes(`"${list}"`),
    );
  }
});

Deno.test("selectLessons() refuses a lesson that does not exist, and lists those that do", () => {
  for (const [list, wanted] of [["0", "0"], ["1-99999999999", "13"]]) {
    assert.throws(
      () => selectLessons(list, lessons),
      new RegExp(`There is no lesson ${wanted}\\. The lessons are: 1, 2`),
    );
  }
});
