import assert from "node:assert/strict";
import { join } from "node:path";
import { pathsOf as coursePathsOf } from "../course.ts";
import { pathsOf } from "./answers.ts";

Deno.test("pathsOf() adds what only the whole tree has", () => {
  const lesson = { number: 3, name: "connect", folder: "03_connect" };
  assert.deepEqual(pathsOf(lesson, "/course"), {
    ...coursePathsOf(lesson, "/course"),
    solution: join("/course", "solutions", "03_connect", "connect.ts"),
    rightAnswers: join("/course", "tests", "right_answers", "03_connect"),
    wrongAnswers: join("/course", "tests", "wrong_answers", "03_connect"),
  });
});
