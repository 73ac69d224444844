import assert from "node:assert/strict";
import { courseTest, expectPlain, run } from "../fixtures/command.ts";
import { exitCode } from "./show_verdict.ts";

Deno.test("exitCode() is 0 for what is passed and 1 for all else", () => {
  assert.equal(exitCode({ state: "passed" }), 0);
  for (
    const state of ["failed", "not started", "could not be checked"] as const
  ) {
    assert.equal(exitCode({ state }), 1);
  }
});

courseTest(
  "showVerdict() shows the task of a lesson that is not begun",
  async (course) => {
    const { code, out, err } = await run(course, "3", "--lang=en");
    assert.equal(code, 1);
    assert.equal(err, "");
    expectPlain(out);
    assert.match(out, /^Lesson 3\. connect: reaching another program\n/);
    assert.match(out, /write three functions/);
    assert.match(out, /\nnot started +connectTo\(\) connects/);
    assert.match(out, /\nNot started\. 0 of \d+ checks passed\.\n/);
    assert.match(out, /task lesson 3 --read\n$/);
  },
);

courseTest("showVerdict() passes the solution", async (course) => {
  Deno.writeTextFileSync(course.exercise, course.solution);
  const { code, out, err } = await run(course, "3", "--lang=en");
  assert.equal(code, 0, out + err);
  assert.equal(err, "");
  expectPlain(out);
  assert.match(out, /\nLesson passed\. (\d+) of \1 checks passed\.\n/);
  assert.doesNotMatch(out, /FAILED|compiler/);
});

courseTest(
  "showVerdict() tells a wrong answer what happened, step by step",
  async (course) => {
    const wrong = course.wrongAnswer("leaves_a_socket_open__after_probing");
    Deno.writeTextFileSync(course.exercise, wrong);
    const { code, out } = await run(course, "3", "--lang=en");
    assert.equal(code, 1);
    expectPlain(out);
    assert.match(out, /\nFAILED +probe\(\) says "open"/);
    for (const label of ["Expected", "Came", "Why", "Look at"]) {
      assert.match(out, new RegExp(`^    ${label}: `, "m"));
    }
    assert.match(out, /^ +\d+\. connect\.ts:\d+ +connect\(\)/m);
    assert.match(out, /\nNot passed yet\. \d+ of \d+ checks passed\.\n/);
    // The first failure is the last thing on the screen, and its steps below it.
    assert.match(out.trimEnd().split("\n").at(-1)!, /^ +\d+\. /);
  },
);

courseTest("showVerdict() speaks Korean", async (course) => {
  const wrong = course.wrongAnswer("exchanges_the_ends");
  Deno.writeTextFileSync(course.exercise, wrong);
  const { code, out } = await run(course, "connect", "--lang", "ko");
  assert.equal(code, 1);
  expectPlain(out);
  assert.match(out, /^3과\. connect: 다른 프로그램에 연결하기\n/);
  assert.match(out, /^ {4}이유: 두 끝이 뒤?바뀌었습니다/m);
  assert.match(out, /^아직 통과하지 못했습니다\./m);
});

courseTest(
  "showVerdict() shows what the exercise prints with its check",
  async (course) => {
    const printing = course.solution.replace(
      'return "open"',
      'console.log("\\x1b[31mknock\\x07");\n    return "open"',
    );
    Deno.writeTextFileSync(course.exercise, printing);
    const { code, out } = await run(course, "3", "--lang=en");
    assert.equal(code, 0, out);
    expectPlain(out);
    assert.match(
      out,
      /says "open".*\n {4}Your code printed:\n {4}\| ·\[31mknock·\n/,
    );
  },
);

courseTest(
  "showVerdict() shows the compiler's words and the checks' verdict",
  async (course) => {
    const mistyped = `${course.solution}\nexport const n: number = "three";\n`;
    Deno.writeTextFileSync(course.exercise, mistyped);
    const { code, out } = await run(course, "3", "--lang=en");
    assert.equal(code, 0, out);
    assert.match(out, /\nLesson passed\. (\d+) of \1 checks passed\.\n/);
    assert.match(out, /\nThe compiler says of your types:\n/);
    assert.match(out, /TS2322[^]*Type 'string' is not assignable/);
  },
);

courseTest(
  "showVerdict() prints one JSON object with --json",
  async (course) => {
    const wrong = course.wrongAnswer("exchanges_the_ends");
    Deno.writeTextFileSync(course.exercise, wrong);
    const { code, out, err } = await run(course, "3", "--json", "--lang=en");
    assert.equal(code, 1);
    assert.equal(err, "");
    assert.equal(out.trimEnd().split("\n").length, 1);
    const { lesson, name, state, checks, ...rest } = JSON.parse(out);
    assert.deepEqual([lesson, name, state], [3, "connect", "failed"]);
    assert.deepEqual(rest, {});
    assert.ok(checks.length >= 7);
    for (const check of checks) {
      const keys = ["name", "state", "message", "ms"];
      assert.deepEqual(Object.keys(check).slice(0, 4), keys);
    }
    const failed = checks.find((check: { state: string }) =>
      check.state === "failed"
    );
    assert.match(failed.message, /^Why: The two ends are exchanged/m);
    assert.match(failed.why, /^The two ends are exchanged/);
    assert.equal(failed.steps, undefined);
  },
);

courseTest(
  "showVerdict() asks the compiler of a file that is begun and broken",
  async (course) => {
    const stub = Deno.readTextFileSync(course.exercise);
    Deno.writeTextFileSync(course.exercise, `${stub}\nconst half = (1;\n`);
    const { code, out } = await run(course, "3", "--lang=en");
    assert.equal(code, 1);
    assert.match(out, /Not started\./);
    assert.match(out, /The compiler says[^]*connect\.ts/);
  },
);
