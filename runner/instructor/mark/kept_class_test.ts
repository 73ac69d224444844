import assert from "node:assert/strict";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { messagesOf } from "../../../tests/support/verdict/told.ts";
import { chooseLesson, findLessons } from "../../course.ts";
import { pathsOf } from "../../dev/answers.ts";
import { assertKept } from "../../fixtures/kept.ts";
import { handInWrong } from "../fixtures/class.ts";
import { atDesk } from "../fixtures/grading.ts";
import type { CheckResult, ClassResults } from "../report/results_json.ts";

/** Each lesson with a wrong answer to it. */
const wrong = {
  2: "forgets_htons.ts",
  3: "leaves_a_socket_open__after_probing.ts",
};

/** Ports, lengths and times of chance in texts for people. */
function masked<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(
      value,
      (_, part) =>
        typeof part === "string" ? part.replaceAll(/\d+/g, "#") : part,
    ),
  );
}

/**
 * What is the same in every run: no times, and not the steps, in which chance
 * and the machine have a part. They are in the message as well, which says
 * nothing but what its parts say.
 */
function lasting({ told, message, printed, ms, ...check }: CheckResult) {
  assert.equal(typeof ms, "number");
  assert.deepEqual(message, messagesOf(told));
  const words = told && { ...told, steps: undefined };
  return {
    ...check,
    ...masked({ message: messagesOf(words), told: words, printed }),
  };
}

Deno.test("deno task grade writes results.json and grades.csv as kept", () =>
  atDesk(async (desk) => {
    for (const [number, answer] of Object.entries(wrong)) {
      const lesson = chooseLesson(findLessons(), number)!;
      const folder = (student: string) =>
        join(desk.submissions, student, "lessons", lesson.folder);
      const right = folder("김 right");
      mkdirSync(right, { recursive: true });
      copyFileSync(
        pathsOf(lesson).solution,
        join(right, `${lesson.name}.ts`),
      );
      handInWrong(folder("lee wrong"), lesson, answer);
    }
    mkdirSync(join(desk.submissions, "park missing", "lessons"), {
      recursive: true,
    });
    const { code, words } = await desk.grade("--lessons=2,3");
    assert.equal(code, 0, words);
    const results: ClassResults = JSON.parse(desk.result("results.json"));
    const students = results.students.map(({ lessons, ...student }) => ({
      ...student,
      lessons: lessons.map(({ key, course, checks, note, ...lesson }) => {
        assert.match(key, /^[0-9a-f]{64}$/);
        assert.match(course!, /^\d+\.\d+\.\d+/);
        return { ...lesson, ...masked({ note }), checks: checks.map(lasting) };
      }),
    }));
    const kept = (name: string) =>
      new URL(`../fixtures/kept_class/${name}`, import.meta.url);
    assertKept(
      JSON.stringify({ ...results, students }, undefined, 2) + "\n",
      kept("results.json"),
    );
    assertKept(desk.result("grades.csv"), kept("grades.csv"));
  }));
