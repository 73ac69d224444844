import assert from "node:assert/strict";
import { languages } from "../../../tests/support/text.ts";
import { assertKept } from "../../fixtures/kept.ts";
import { marksOf } from "../mark/marks.ts";
import { lacking, lessons, nothing, student } from "./fixtures/made.ts";
import {
  gradescopeFailure,
  gradescopeScripts,
  toGradescope,
} from "./gradescope.ts";
import type { GradescopeTest } from "./gradescope.ts";

const kept = (name: string) =>
  new URL(`fixtures/kept/${name}`, import.meta.url);

for (const language of languages) {
  for (const [what, record] of Object.entries({ student, nothing })) {
    Deno.test(`toGradescope() is as kept: ${what}, ${language}`, () => {
      const marks = marksOf(record, lessons);
      const results = toGradescope(record, marks, lessons, language);
      assertKept(
        JSON.stringify(results, undefined, 2) + "\n",
        kept(`gradescope.${what}.${language}.json`),
      );
    });
  }
}

const results = toGradescope(student, marksOf(student, lessons), lessons, "en");
const tests = results.tests as GradescopeTest[];

Deno.test("toGradescope() shares a hundred points by the weights", () => {
  assert.deepEqual(tests.map((test) => test.max_score), [
    12.5,
    12.5,
    25,
    25,
    25,
  ]);
  assert.deepEqual(tests.map(({ score }) => score), [12.5, 0, 25, 25, 0]);
  assert.equal(results.score, 62.5);
});

Deno.test("toGradescope() leaves out what the system cannot show", () => {
  const marks = marksOf(lacking, lessons);
  const { execution_time: _, ...same } = results;
  const { execution_time: __, ...without } = toGradescope(
    lacking,
    marks,
    lessons,
    "en",
  );
  assert.deepEqual(without, same);
});

Deno.test("toGradescope() numbers the checks by lesson and says their state", () => {
  assert.deepEqual(tests.map(({ number }) => number), [
    "3.1",
    "3.2",
    "11.1",
    "11.2",
    "11.3",
  ]);
  assert.deepEqual(tests[4].tags, ["11_many_clients", "could not be checked"]);
  assert.equal(tests[4].output, "not checked");
  assert.equal(tests[0].output, undefined);
});

Deno.test("toGradescope() tells what came, and lets no control character through", () => {
  assert.equal(
    tests[1].output,
    [
      "FAILED",
      "Expected: <b>two</b> bytes.",
      "Came: ·[31mone·[0m.",
      "Your code printed:",
      "```",
      "</pre>안녕",
    ].join("\n"),
  );
  assert.ok(tests.every((test) => test.output_format === "text"));
});

Deno.test("toGradescope() says of the whole what students may read, no remark and no key", () => {
  assert.equal(
    results.output,
    [
      "Lesson 3. connect: reaching another program: 1 of 2 checks passed",
      "It ended early.",
      "Lesson 11. many clients: 2 of 3 checks passed",
    ].join("\n"),
  );
  assert.ok(!/secret|leads out/.test(JSON.stringify(results)));
});

Deno.test("toGradescope() says which file is missing", () => {
  const none = toGradescope(nothing, marksOf(nothing, lessons), lessons, "ko");
  assert.match(none.output, /^3과\. connect: 연결하기: 제출한 파일 없음$/m);
  assert.equal(none.score, 0);
});

Deno.test("toGradescope() is readable in Korean", () => {
  const marks = marksOf(student, lessons);
  const { output } = toGradescope(student, marks, lessons, "ko");
  assert.match(output, /^11과\. 여러 클라이언트: 검사 3개 가운데 2개 통과$/m);
});

Deno.test("gradescopeFailure() is no mark, and says so in both languages", () => {
  assert.match(gradescopeFailure().output, /no mark[^]*성적이 아니며/);
});

Deno.test("gradescopeScripts() are as kept", () => {
  const scripts = gradescopeScripts(["--lessons", "3"]);
  for (const [name, text] of Object.entries(scripts)) {
    assertKept(text, kept(name));
  }
});
