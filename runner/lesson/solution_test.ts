import assert from "node:assert/strict";
import { join } from "node:path";
import { inCourse, run } from "../fixtures/command.ts";

Deno.test("solution() is not shown before the lesson is passed", async () => {
  await inCourse(async (course) => {
    for (
      const [lang, words] of [["en", /not passed yet.*--yes/], [
        "ko",
        /아직.*--yes/,
      ]] as const
    ) {
      const { code, out, err } = await run(
        course,
        "3",
        "--solution",
        `--lang=${lang}`,
      );
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err, words);
    }
  });
});

Deno.test("solution() is shown to somebody who says yes", async () => {
  await inCourse(async (course) => {
    const { code, out } = await run(course, "3", "--solution", "--yes");
    assert.equal(code, 0);
    assert.equal(out.trimEnd(), course.solution.trimEnd());
  });
});

Deno.test("solution() is shown once the lesson is passed", async () => {
  await inCourse(async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    const graded = await run(course, "3", "--lang=en");
    assert.match(graded.out, /ompare with our solution \(--solution\)/);
    const { code, out } = await run(course, "3", "--solution");
    assert.equal(code, 0);
    assert.equal(out.trimEnd(), course.solution.trimEnd());
  });
});

Deno.test("solution() says that a copy has no solutions", async () => {
  await inCourse(async (course) => {
    Deno.removeSync(join(course.base, "solutions"), { recursive: true });
    const shown = await run(course, "3", "--solution", "--yes", "--lang=en");
    assert.equal(shown.code, 2);
    assert.match(shown.err, /^There are no solutions in this copy/);
    // Lessons are graded all the same.
    Deno.writeTextFileSync(course.exercise, course.solution);
    const graded = await run(course, "3", "--lang=en");
    assert.equal(graded.code, 0, graded.out + graded.err);
    assert.doesNotMatch(graded.out, /--solution/);
    const help = await run(course, "--help");
    assert.doesNotMatch(help.out, /--solution/);
  });
});
