import assert from "node:assert/strict";
import { languages } from "../../../tests/support/text.ts";
import { assertKept } from "../../fixtures/kept.ts";
import { Refusal } from "../../refusal.ts";
import {
  classroom50Autograder,
  classroom50Variables,
  readClassroom50,
  toClassroom50,
} from "./classroom50.ts";
import { lacking, lessons, nothing, student } from "./fixtures/made.ts";

const variables: Record<string, string> = {
  CLASSROOM: "networks",
  ASSIGNMENT: "sockets",
  ASSIGNMENT_TYPE: "group",
  OWNER: "kim",
  SUBMISSION_TAG: "submit/2026-11-22T10-00-00Z-abcdef0",
  COMMIT_URL: "https://git.example/commit/abcdef0",
  RELEASE_URL: "https://git.example/releases/tag/1",
  REVIEW_URL: "https://git.example/compare/1...2",
};
const submission = readClassroom50((name) => variables[name]);
const now = new Date("2026-11-22T10:00:00.123Z");
const kept = (name: string) =>
  new URL(`fixtures/kept/${name}`, import.meta.url);

for (const language of languages) {
  for (const [what, record] of Object.entries({ student, nothing })) {
    Deno.test(`toClassroom50() is as kept: ${what}, ${language}`, () => {
      const result = toClassroom50(record, lessons, language, submission, now);
      const text = JSON.stringify(result, undefined, 2) + "\n";
      assertKept(text, kept(`classroom50.${what}.${language}.json`));
      // The schema wants whole numbers, and no score above its maximum.
      for (const one of [result, ...result.tests]) {
        const [score, most] = [one.score, one["max-score"]];
        assert.ok(Number.isInteger(score) && Number.isInteger(most));
        assert.ok(score >= 0 && score <= most);
      }
    });
  }
}

Deno.test("toClassroom50() shares ten thousand points by the weights", () => {
  const result = toClassroom50(student, lessons, "en", submission, now);
  assert.deepEqual(result.tests.map((test) => test["max-score"]), [
    1250,
    1250,
    2500,
    2500,
    2500,
  ]);
  assert.deepEqual([result.score, result["max-score"]], [6250, 10_000]);
  assert.equal(result.datetime, "2026-11-22T10:00:00Z");
});

Deno.test("toClassroom50() leaves out what the system cannot show", () => {
  for (const count of [1, 2]) {
    const [whole, less] = [student, lacking].map((record) =>
      toClassroom50(
        { ...record, lessons: record.lessons.slice(0, count) },
        lessons.slice(0, count),
        "en",
        submission,
        now,
      )
    );
    assert.deepEqual(less, whole);
  }
});

Deno.test("toClassroom50() shares the points of a single lesson, too", () => {
  const first = { ...student, lessons: student.lessons.slice(0, 1) };
  const [lesson] = lessons;
  const result = toClassroom50(first, [lesson], "ko", submission, now);
  assert.deepEqual([result.score, result["max-score"]], [5_000, 10_000]);
  assert.deepEqual(result.tests[0], {
    "test-name": "3.1 하나",
    passed: true,
    score: 5_000,
    "max-score": 5_000,
  });
  assert.match(result.tests[1].output!, /^실패\n기대: 2/);
});

Deno.test("readClassroom50() takes what the runner of the platform says", () => {
  assert.equal(submission.owner, "kim");
  assert.equal(submission.assignment_type, "group");
});

Deno.test("readClassroom50() does without what older runners do not say", () => {
  const { REVIEW_URL: _, ASSIGNMENT_TYPE: __, ...old } = variables;
  const read = readClassroom50((name) => (old as typeof variables)[name]);
  assert.equal(read.review, variables.COMMIT_URL);
  assert.equal(read.assignment_type, "individual");
});

Deno.test("readClassroom50() names the variables that are missing", () => {
  assert.throws(
    () => readClassroom50((name) => name === "OWNER" ? "" : variables[name]),
    (error) =>
      error instanceof Refusal && error.text.en.includes("not set: OWNER.") &&
      error.text.ko.includes("OWNER\n"),
  );
  const asked: string[] = [];
  assert.throws(
    () => readClassroom50((name) => void asked.push(name)),
    Refusal,
  );
  assert.ok(
    asked.every((name) => classroom50Variables.some((v) => v === name)),
  );
});

Deno.test("classroom50Autograder() hands its options on as a list of Python", () => {
  const text = classroom50Autograder(["--lessons", "1-3"]);
  assertKept(text, kept("autograder.py"));
  assert.match(text, / \+ \["--lessons","1-3"\]\n/);
});
