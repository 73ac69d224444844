import assert from "node:assert/strict";
import { inCourse, run, untilEmpty } from "./fixtures/command.ts";
import type { Course } from "./fixtures/command.ts";
import { nameOfDeno } from "./terminal.ts";
import { widthOf } from "./width.ts";

/** Runs `test` in a copy of the course, and looks at what is left running. */
function test(name: string, body: (course: Course) => Promise<void>): void {
  Deno.test(`lessonCommand() ${name}`, async () => {
    await inCourse(async (course) => {
      await body(course);
      await untilEmpty(course);
    });
  });
}

/** What is printed where there is no terminal: no colours, no wide lines. */
function plainText(out: string): string {
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(out, /[\x00-\x09\x0b-\x1f\x7f]/);
  const wide = out.split("\n").filter((line) => widthOf(line) > 80);
  assert.deepEqual(wide, []);
  return out;
}

test("shows the task of a lesson that is not begun", async (course) => {
  const { code, out, err } = await run(course, "3", "--lang=en");
  assert.equal(code, 1);
  assert.equal(err, "");
  plainText(out);
  assert.match(out, /^Lesson 3\. connect: reaching another program\n/);
  assert.match(out, /write three functions/);
  assert.match(out, /\nnot started +connectTo\(\) connects/);
  assert.match(out, /\nNot started\. 0 of 7 checks passed\.\n/);
  assert.match(out, /task lesson 3 --read\n$/);
});

test("passes the solution", async (course) => {
  Deno.writeTextFileSync(course.exercise, course.solution);
  const { code, out, err } = await run(course, "3", "--lang=en");
  assert.equal(code, 0, out + err);
  assert.equal(err, "");
  plainText(out);
  assert.match(out, /\nLesson passed\. 7 of 7 checks passed\.\n/);
  assert.doesNotMatch(out, /FAILED|compiler/);
});

test("tells a wrong answer what happened, step by step", async (course) => {
  const wrong = course.wrongAnswer("leaves_the_probe_open");
  Deno.writeTextFileSync(course.exercise, wrong);
  const { code, out } = await run(course, "3", "--lang=en");
  assert.equal(code, 1);
  plainText(out);
  assert.match(out, /\nFAILED +probe\(\) says "open"/);
  for (const label of ["Expected", "Came", "Why", "Look at"]) {
    assert.match(out, new RegExp(`^    ${label}: `, "m"));
  }
  assert.match(out, /^ +\d+\. connect\.ts:\d+ +connect\(\)/m);
  assert.match(out, /\nNot passed yet\. 6 of 7 checks passed\.\n/);
});

test("speaks Korean", async (course) => {
  const wrong = course.wrongAnswer("exchanges_the_ends");
  Deno.writeTextFileSync(course.exercise, wrong);
  const { code, out } = await run(course, "connect", "--lang", "ko");
  assert.equal(code, 1);
  plainText(out);
  assert.match(out, /^3과\. connect: 다른 프로그램에 연결하기\n/);
  assert.match(out, /^ {4}이유: 두 끝이 바뀌었습니다/m);
  assert.match(out, /^아직 통과하지 못했습니다\./m);
});

test("shows what the exercise prints with its check", async (course) => {
  const printing = course.solution.replace(
    'return "open"',
    'console.log("\\x1b[31mknock\\x07");\n    return "open"',
  );
  Deno.writeTextFileSync(course.exercise, printing);
  const { code, out } = await run(course, "3", "--lang=en");
  assert.equal(code, 0, out);
  plainText(out);
  assert.match(
    out,
    /says "open".*\n {4}Your code printed:\n {4}\| ·\[31mknock·\n/,
  );
});

test("shows the compiler's words and the checks' verdict", async (course) => {
  const mistyped = `${course.solution}\nexport const n: number = "three";\n`;
  Deno.writeTextFileSync(course.exercise, mistyped);
  const { code, out } = await run(course, "3", "--lang=en");
  assert.equal(code, 0, out);
  assert.match(out, /\nLesson passed\. 7 of 7 checks passed\.\n/);
  assert.match(out, /\nThe compiler says of your types:\n/);
  assert.match(out, /TS2322[^]*Type 'string' is not assignable/);
});

test("prints one JSON object with --json", async (course) => {
  const wrong = course.wrongAnswer("exchanges_the_ends");
  Deno.writeTextFileSync(course.exercise, wrong);
  const { code, out, err } = await run(course, "3", "--json", "--lang=en");
  assert.equal(code, 1);
  assert.equal(err, "");
  assert.equal(out.trimEnd().split("\n").length, 1);
  const { lesson, name, state, checks, ...rest } = JSON.parse(out);
  assert.deepEqual([lesson, name, state], [3, "connect", "failed"]);
  assert.deepEqual(rest, {});
  assert.equal(checks.length, 7);
  for (const check of checks) {
    assert.deepEqual(Object.keys(check), ["name", "state", "message", "ms"]);
  }
  assert.match(checks[3].message, /^Why: The two ends are exchanged/m);
});

test("lists the course", async (course) => {
  const { code, out } = await run(course, "--list", "--lang=en");
  assert.equal(code, 1);
  assert.equal(
    plainText(out),
    "  3  not started  0/7    connect: reaching another program\n\n" +
      "[........................] 0 of 1 lessons passed\n",
  );
});

test("lists the course as JSON", async (course) => {
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

test("takes the first lesson that is not passed", async (course) => {
  const { code, out } = await run(course, "--lang=en");
  assert.equal(code, 1);
  assert.match(out, /^Lesson 3\. /);
});

for (const lang of ["en", "ko"] as const) {
  test(`helps in ${lang}`, async (course) => {
    const { code, out } = await run(course, "--help", `--lang=${lang}`);
    assert.equal(code, 0);
    assert.match(plainText(out), lang === "en" ? /^Usage: / : /^사용법: /);
    assert.ok(out.includes(`${nameOfDeno()} task lesson`));
  });
}

const refusals: [string[], RegExp][] = [
  [
    ["99", "--lang=en"],
    /^There is no lesson "99"\. The lessons are: 3 connect$/,
  ],
  [["nowhere", "--lang=ko"], /^"nowhere" 과는 없습니다\./],
  [["3", "--frobnicate"], /--frobnicate/],
  [["3", "4"], /3 4/],
  [["3", "--lang=fr"], /"fr"/],
];
for (const [args, words] of refusals) {
  test(`refuses ${args.join(" ")} in one sentence`, async (course) => {
    const { code, out, err } = await run(course, ...args);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err.trimEnd(), words);
    assert.equal(err.trimEnd().split("\n").length, 1);
  });
}
