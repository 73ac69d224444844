import assert from "node:assert/strict";
import { join } from "node:path";
import {
  courseTest,
  expectPlain,
  inCourse,
  linesUntil,
  run,
  start,
  untilEmpty,
} from "../fixtures/command.ts";

courseTest("--picture draws one picture a check", async (course) => {
  Deno.writeTextFileSync(
    course.exercise,
    course.wrongAnswer("leaves_a_socket_open__after_probing"),
  );
  const { code, out, err } = await run(course, "3", "--picture", "--lang=en");
  assert.equal(code, 1, err);
  expectPlain(out);
  assert.match(out, /\npassed +connectTo\(\) connects.*\n +your code/);
  assert.match(out, /^ +\d+ connect\(\) +│─+ connection ─+►│ accept\(\)$/m);
  assert.match(out, /^ +\d+ connect\(\) +✗ NEVER CLOSED/m);
  assert.match(out, /^ {4}Expected: /m);
  assert.doesNotMatch(out, /What happened/);
  assert.match(out, /\nNot passed yet\./);
});

courseTest("--picture follows --lang and --ascii", async (course) => {
  Deno.writeTextFileSync(course.exercise, course.solution);
  const args = ["--picture", "3", "--lang=ko", "--ascii"];
  const { code, out } = await run(course, ...args);
  assert.equal(code, 0);
  expectPlain(out);
  assert.match(out, /\n +내 코드 +서버\n/);
  assert.match(out, /\|-+ 연결 -+>\| accept\(\)$/m);
  assert.doesNotMatch(out, /[│─►◄┆]/);
});

for (
  const [suffix, begin] of [["svg", /^<svg /], ["html", /^<!DOCTYPE/]] as const
) {
  courseTest(`--picture out.${suffix} writes a file`, async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    const file = join(course.base, `out.${suffix}`);
    const { code, out, err } = await run(course, "3", "--picture", file);
    assert.equal(code, 0, err);
    assert.ok(out.includes(file));
    assert.match(out, /\n(passed|통과) +connectTo/);
    const text = Deno.readTextFileSync(file);
    assert.match(text, begin);
    assert.match(text, /connect\.ts/);
    if (suffix === "html") assert.match(text, /return await Deno\.connect/);
  });
}

courseTest(
  "--picture says in one sentence that it cannot write",
  async (course) => {
    const file = join(course.base, "nowhere", "out.svg");
    const { code, err } = await run(
      course,
      "3",
      "--picture",
      file,
      "--lang=en",
    );
    assert.equal(code, 2);
    assert.match(err, /^The picture cannot be written to .*out\.svg: .+/);
    assert.equal(err.trimEnd().split("\n").length, 1);
  },
);

courseTest("without --picture nothing is written", async (course) => {
  const before = [...Deno.readDirSync(course.base)].length;
  await run(course, "3", "--lang=en");
  assert.equal([...Deno.readDirSync(course.base)].length, before);
});

Deno.test({
  name: "--watch --picture draws again on every save",
  ignore: Deno.build.os === "windows",
  async fn() {
    await inCourse(async (course) => {
      const args = ["3", "--watch", "--picture", "--lang=en"];
      const child = start(course, args, { detached: true, stderr: "null" });
      const until = linesUntil(child.stdout);
      const ready = "Watching lessons/03_connect/connect.ts.";
      assert.match(await until(ready), /\nNot started\./);
      Deno.writeTextFileSync(course.exercise, course.solution);
      assert.match(await until(ready), /│─+ connection ─+►│ accept\(\)/);
      Deno.writeTextFileSync(
        course.exercise,
        course.wrongAnswer("leaves_a_socket_open__after_probing"),
      );
      assert.match(await until(ready), /✗ NEVER CLOSED/);
      Deno.kill(-child.pid, "SIGINT");
      await child.status;
      await child.stdout.cancel().catch(() => {});
      await untilEmpty(course);
    });
  },
});
