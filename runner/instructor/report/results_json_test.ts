import { messagesOf } from "../../../tests/support/verdict/told.ts";
import assert from "node:assert/strict";
import { marksOf } from "../mark/marks.ts";
import { hostileStudent, loadClass, missingStudent } from "./fixtures/made.ts";
import {
  readResultsHead,
  resultsHead,
  resultsStudent,
  resultsTail,
} from "./results_json.ts";
import type { ClassResults } from "./results_json.ts";

const { lessons, student } = loadClass();

function written(students: readonly typeof student[]): string {
  const parts = students.map((one, i) =>
    resultsStudent(one, marksOf(one, lessons), i === 0)
  );
  return resultsHead(lessons) + parts.join("") + resultsTail;
}

Deno.test("resultsStudent() makes one JSON text of all students", () => {
  const all = [student, missingStudent("lee"), hostileStudent()];
  const results: ClassResults = JSON.parse(written(all));
  assert.equal(results.format, "socketlings/results/v1");
  assert.deepEqual(results.lessons, lessons);
  assert.deepEqual(
    results.students.map(({ student }) => student),
    all.map(({ student }) => student),
  );
  assert.deepEqual(JSON.parse(written([])).students, []);
});

Deno.test("resultsStudent() names the version of the course", () => {
  const [first, ...others] = student.lessons;
  const lessons = [{ ...first, course: "1.2.3" }, ...others];
  const [{ lessons: marked }] = JSON.parse(written([{ ...student, lessons }]))
    .students;
  assert.equal(marked[0].course, "1.2.3");
});

Deno.test("resultsStudent() keeps marks and words, and leaves the wire out", () => {
  const text = written([student]);
  const [{ total, lessons: marked }] = JSON.parse(text).students;
  const marks = marksOf(student, lessons);
  assert.equal(total, marks.total);
  marked.forEach((lesson: { mark: number; checks: unknown[] }, i: number) => {
    const { checks } = student.lessons[i];
    assert.equal(lesson.mark, marks.lessons[i]);
    assert.equal(lesson.checks.length, checks.length);
  });
  const { name, told, state } = student.lessons[1].checks[1];
  const check = marked[1].checks[1];
  assert.deepEqual([check.name, check.message, check.state], [
    name,
    messagesOf(told),
    state,
  ]);
  assert.equal(check.place.line, 20);
  assert.ok(!text.includes('"wire"') && !text.includes("file:///"));
});

Deno.test("readResultsHead() finds the lessons again, however many follow", () => {
  const path = Deno.makeTempFileSync({ prefix: "socketlings results " });
  try {
    Deno.writeTextFileSync(path, written([student, hostileStudent()]));
    assert.deepEqual(readResultsHead(path), lessons);
    // So many checks that the head is longer than one piece.
    const [first] = lessons;
    const name = { en: '],"students":[\n', ko: "검".repeat(9_999) };
    const long = [{ ...first, checks: Array(9).fill(name) }];
    Deno.writeTextFileSync(path, resultsHead(long) + resultsTail);
    assert.deepEqual(readResultsHead(path), long);
    for (const text of ["", "no JSON", "{", resultsHead(lessons).slice(1)]) {
      Deno.writeTextFileSync(path, text);
      assert.equal(readResultsHead(path), undefined);
    }
  } finally {
    Deno.removeSync(path);
  }
  assert.equal(readResultsHead(path), undefined);
});
