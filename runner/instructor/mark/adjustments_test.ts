import assert from "node:assert/strict";
import { Refusal } from "../../refusal.ts";
import type { MarkedLesson, StudentRecord } from "../record.ts";
import { adjust, parseAdjustments, unused } from "./adjustments.ts";
import { marksOf } from "./marks.ts";

const both = (words: string) => ({ en: words, ko: `${words}!` });
const check = (name: string, ...needs: string[]) => ({
  name: both(name),
  needs,
});
const lessons: MarkedLesson[] = [{
  number: 3,
  name: "connect",
  folder: "03_connect",
  title: both("connect"),
  weight: 1,
  checks: [check("connects", "connectTo"), check("probes", "probe")],
}];
const kim: StudentRecord = {
  student: "kim",
  remarks: [],
  lessons: [{
    student: "kim",
    lesson: "03_connect",
    state: "failed",
    checks: [
      { ...lessons[0].checks[0], state: "passed", printed: "", ms: 1 },
      { ...lessons[0].checks[1], state: "failed", printed: "", ms: 1 },
    ],
    key: "",
  }],
};
const head = "student,check,result,late,comment\r\n";

Deno.test("adjust() sets a check, and keeps what it said before", () => {
  for (const where of ["3.2", "probes", "probes!"]) {
    const rows = parseAdjustments(
      `${head}kim,${where},passed,,"the ""lab"""\r\n`,
    );
    const { lessons: [record], ...rest } = adjust(kim, lessons, rows);
    assert.equal(record.state, "passed");
    assert.deepEqual(record.checks[1].decided, {
      was: "failed",
      comment: 'the "lab"',
    });
    assert.equal(marksOf({ ...rest, lessons: [record] }, lessons).total, 100);
  }
});

Deno.test("adjust() takes off what is late, and hands comments on", () => {
  const text = `\ufeff${head}kim,,,20 %,Two days late.\nkim,3,,,Well done.\n` +
    "lee,,,50,\nkim,3.1,,,Neat.\n\n";
  const adjusted = adjust(kim, lessons, parseAdjustments(text));
  assert.equal(adjusted.late, 20);
  assert.equal(adjusted.comment, "Two days late.");
  const [record] = adjusted.lessons;
  assert.equal(record.comment, "Well done.");
  assert.deepEqual(record.checks[0].decided, { comment: "Neat." });
  assert.equal(record.state, "failed");
  assert.equal(marksOf(adjusted, lessons).total, 40);
  assert.equal(
    adjust({ ...kim, student: "choi" }, lessons, []).late,
    undefined,
  );
});

Deno.test("parseAdjustments() takes columns in any order, and semicolons", () => {
  const [row] = parseAdjustments("Comment;Student\n좋아요;=kim\n");
  assert.deepEqual([row.student, row.comment, row.line], ["=kim", "좋아요", 2]);
  assert.deepEqual(parseAdjustments(""), []);
  assert.deepEqual(parseAdjustments(head), []);
});

const refused: [string, RegExp][] = [
  ["name,late\nkim,1\n", /names the columns.*It is: name,late/],
  [`${head}kim,3.2,ok,,\n`, /line 2: .*"result" takes passed, failed/],
  [`${head}kim,,,-5,\n`, /"late" takes a percentage/],
  [`${head}kim,,,1e9,\n`, /"late" takes a percentage/],
  [`${head},3.2,passed,,\n`, /"student" takes the name/],
];
for (const [text, words] of refused) {
  Deno.test(`parseAdjustments() refuses ${JSON.stringify(text)}`, () => {
    assert.throws(
      () => parseAdjustments(text),
      (error) => error instanceof Refusal && words.test(error.text.en),
    );
  });
}

Deno.test("unused() names the lines that mean nobody and nothing", () => {
  const rows = parseAdjustments(
    `${head}kin,3.2,passed,,\nkim,3.9,passed,,\nkim,3.2,,,\nkim,,,1,\n`,
  );
  const said = unused(rows, ["kim"], lessons).map(({ en }) => en);
  assert.equal(said.length, 2);
  assert.match(said[0], /line 2: no submission is called "kin"/);
  assert.match(said[1], /line 3: nothing that is marked is called "3\.9"/);
});
