import assert from "node:assert/strict";
import { childrenLeft, lesson } from "../fixtures/grade_text.ts";
import { grade, gradeAll } from "./grade.ts";

Deno.test("grade() gives the verdict on the exercise as it stands", async () => {
  const verdict = await grade(lesson, { language: "en" });
  assert.equal(verdict.lesson, lesson);
  assert.equal(verdict.state, "not started");
  assert.ok(verdict.checks.length > 7);
  assert.deepEqual(childrenLeft(), []);
});

Deno.test("gradeAll() gives a verdict for each lesson", async () => {
  const verdicts = gradeAll([lesson, lesson], { language: "ko" });
  const states = await Array.fromAsync(verdicts, ({ state }) => state);
  assert.deepEqual(states, ["not started", "not started"]);
});

Deno.test("gradeAll() ends what runs once nobody listens", async () => {
  const many = Array.from({ length: 6 }, () => lesson);
  for await (const _ of gradeAll(many, { language: "en" })) break;
  assert.deepEqual(childrenLeft(), []);
});
