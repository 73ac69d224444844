import assert from "node:assert/strict";
import { courseTest, expectPlain, run } from "../fixtures/command.ts";

courseTest("showList() lists the course", async (course) => {
  const { code, out } = await run(course, "--list", "--lang=en");
  assert.equal(code, 1);
  expectPlain(out);
  assert.equal(
    out.replace(/0\/\d+ /, "0/7 "),
    "  3  not started  0/7   connect: reaching another program\n\n" +
      "[........................] 0 of 1 lessons passed\n",
  );
});

courseTest("showList() lists the course as JSON", async (course) => {
  Deno.writeTextFileSync(course.exercise, course.solution);
  const { code, out } = await run(course, "--list", "--json");
  assert.equal(code, 0);
  const { lessons, ...rest } = JSON.parse(out);
  assert.deepEqual(rest, {});
  assert.deepEqual(
    lessons.map((
      { lesson, state }: Record<string, unknown>,
    ) => [lesson, state]),
    [[3, "passed"]],
  );
});

courseTest(
  "firstUnfinished() takes the first lesson that is not passed",
  async (course) => {
    const { code, out } = await run(course, "--lang=en");
    assert.equal(code, 1);
    assert.match(out, /^Lesson 3\. /);
  },
);

courseTest(
  "firstUnfinished() finds none when all are passed",
  async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    const { code, out } = await run(course, "--lang=en");
    assert.equal(code, 0);
    assert.equal(out, "You have passed every lesson of the course.\n");
  },
);
