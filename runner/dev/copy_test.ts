import assert from "node:assert/strict";
import { join } from "node:path";
import { findLessons } from "../course.ts";
import { inCourse } from "../fixtures/command.ts";
import type { Course } from "../fixtures/command.ts";
import { withCopy } from "./copy.ts";
import { pathsOf } from "./answers.ts";

/** Runs `deno test -P` in a copy, as CI and editors do. */
async function denoTest({ base }: Course) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-P", "--no-check"],
    cwd: base,
    stdin: "null",
    env: { NO_COLOR: "1", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" },
  }).output();
  const text = new TextDecoder();
  return { code, out: text.decode(stdout) + text.decode(stderr) };
}

/** A second lesson, number 4, with the checks and the page of lesson 3. */
function addLesson(course: Course, exercise: string): void {
  const { base, stub } = course;
  const tests = join(base, "tests");
  for (
    const [folder, text] of [
      [join(tests, "stubs", "04_second"), stub],
      [join(base, "lessons", "04_second"), exercise],
    ]
  ) {
    Deno.mkdirSync(folder);
    Deno.writeTextFileSync(join(folder, "second.ts"), text);
  }
  const checks = Deno.readTextFileSync(join(tests, "03_connect_test.ts"))
    .replaceAll("03_connect/connect.ts", "04_second/second.ts");
  Deno.writeTextFileSync(join(tests, "04_second_test.ts"), checks);
}

Deno.test("deno test -P ignores every check of an untouched copy", async () => {
  await inCourse(async (course) => {
    const { code, out } = await denoTest(course);
    assert.equal(code, 0, out);
    assert.match(out, /\nok \| 0 passed \| 0 failed \| \d+ ignored/);
  });
});

Deno.test("deno test -P passes a copy with the solutions", async () => {
  await inCourse(async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    const { code, out } = await denoTest(course);
    assert.equal(code, 0, out);
    assert.match(out, /\nok \| \d+ passed \| 0 failed/);
  });
});

Deno.test("deno test -P goes on after a lesson with a syntax error", async () => {
  await inCourse(async (course) => {
    Deno.writeTextFileSync(course.exercise, `${course.solution}\nfunction (`);
    addLesson(course, course.solution);
    const { code, out } = await denoTest(course);
    assert.equal(code, 1);
    // Deno's own sum has no other word for a finer point that is missed.
    const missed = out.match(/A careful engineer|꼼꼼한 개발자/g)?.length ?? 0;
    const sum = /\nFAILED \| (\d+) passed \| (\d+) failed/.exec(out);
    assert.equal(Number(sum?.[1]) - 2 * missed, Number(sum?.[2]), out);
    assert.match(out, /Loading it failed|불러오다가 실패/);
    assert.match(out, /connect\.ts:\d+:\d+/);
    assert.doesNotMatch(out, / at file:.*tests\/support\//);
  });
});

for (const solved of [false, true]) {
  const what = solved ? "with the solutions" : "as it is handed out";
  Deno.test(`withCopy() copies the course ${what}`, async () => {
    const gone = await withCopy({ solved }, (base) => {
      const lessons = findLessons(base);
      assert.deepEqual(lessons, findLessons());
      for (const lesson of lessons) {
        const { exercise, stub, solution } = pathsOf(lesson, base);
        const expected = Deno.readTextFileSync(solved ? solution : stub);
        assert.equal(Deno.readTextFileSync(exercise), expected);
      }
      return Promise.resolve(base);
    });
    assert.throws(() => Deno.statSync(gone), Deno.errors.NotFound);
  });
}
