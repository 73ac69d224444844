import assert from "node:assert/strict";
import { marksOf } from "../mark/marks.ts";
import { loadClass, missingStudent } from "./fixtures/made.ts";
import { addStudent, mean, median, mostFailing, newTally } from "./overview.ts";

const { lessons, student } = loadClass();

function tallyOf(count: number): ReturnType<typeof newTally> {
  const tally = newTally(lessons);
  for (let i = 0; i < count; i++) {
    const one = { ...student, student: `kim ${i}` };
    addStudent(tally, one, marksOf(one, lessons), lessons);
  }
  const lee = missingStudent("lee");
  addStudent(tally, lee, marksOf(lee, lessons), lessons);
  return tally;
}

Deno.test("addStudent() counts lessons by their states", () => {
  const { states, rows } = tallyOf(3);
  assert.deepEqual(rows.map(({ student }) => student), [
    "kim 0",
    "kim 1",
    "kim 2",
    "lee",
  ]);
  assert.deepEqual(states.map((one) => [one.failed, one.missing]), [
    [3, 1],
    [3, 1],
    [0, 1],
  ]);
  assert.equal(states[2]["not started"], 3);
});

Deno.test("mostFailing() names those that fail most first, with five students", () => {
  const tally = tallyOf(7);
  const [third] = student.lessons[0].checks.filter(({ state }) =>
    state === "failed"
  );
  for (let i = 0; i < 2; i++) {
    const checks = [{ ...third, state: "failed" as const }];
    const [first, ...rest] = student.lessons;
    const one = { ...student, lessons: [{ ...first, checks }, ...rest] };
    addStudent(tally, one, marksOf(one, lessons), lessons);
  }
  const [most, ...others] = mostFailing(tally, 20);
  assert.deepEqual([most.anchor, most.count], ["lesson-7-2", 9]);
  assert.equal(most.students.length, 5);
  assert.deepEqual(others.map(({ count }) => count), [7, 7, 2]);
  assert.equal(mostFailing(tally, 1).length, 1);
});

Deno.test("a tally keeps nothing of a student but the row", () => {
  const text = JSON.stringify(tallyOf(100).rows);
  assert.ok(text.length < 100 * 200, `${text.length}`);
});

Deno.test("mean() and median() of nobody are 0", () => {
  assert.equal(mean([]), 0);
  assert.equal(median([]), 0);
  assert.equal(median([3]), 3);
});
