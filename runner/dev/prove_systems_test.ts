import assert from "node:assert/strict";
import { messagesOf } from "../../tests/support/verdict/told.ts";
import { findLessons } from "../course.ts";
import { verdictOf } from "../run/verdict.ts";
import { pathsOf, runAnswer } from "./answers.ts";

/** The verdict on our solution of a lesson, on a played system. */
async function graded(number: number, system: string) {
  const lesson = findLessons().find((one) => one.number === number)!;
  const run = await runAnswer(
    { lesson, instead: pathsOf(lesson).solution },
    system,
  );
  return verdictOf(lesson, run);
}

Deno.test("runAnswer() leaves out what a played system cannot show", async () => {
  const { state, checks } = await graded(8, "no_second_address");
  assert.equal(state, "passed");
  const left = checks.filter(({ state }) => state === "not on this system");
  assert.equal(left.length, 2);
  for (const { told } of left) {
    const message = messagesOf(told);
    assert.match(message.en, /^This system .*127\.0\.0\.2/);
    assert.match(message.ko, /^이 시스템에는 127\.0\.0\.2/);
  }
});

Deno.test("runAnswer() shows a refusal at once where the system takes 2 s", async () => {
  const { state, checks } = await graded(3, "windows");
  assert.equal(state, "passed");
  assert.ok(checks.every(({ ms }) => ms < 1_000));
});
