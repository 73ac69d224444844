import assert from "node:assert/strict";
import { dirname } from "node:path";
import {
  inCourse,
  linesUntil,
  start,
  untilEmpty,
} from "../fixtures/command.ts";
import type { Course } from "../fixtures/command.ts";

/** The last line of each round. */
const ready = "Watching lessons/03_connect/connect.ts.";

/**
 * Presses Ctrl-C: a terminal sends SIGINT to every process of the command, and
 * a negative process id means such a group (kill(2)). Returns how the command
 * ended and how long that took.
 */
async function pressCtrlC(child: Deno.ChildProcess) {
  const began = performance.now();
  Deno.kill(-child.pid, "SIGINT");
  const { code } = await child.status;
  return { code, ms: performance.now() - began };
}

/** Starts the command in a group of processes of its own. */
function startWatch(course: Course, ...args: string[]) {
  const all = ["3", "--lang=en", ...args];
  return start(course, all, { detached: true, stderr: "null" });
}

const ignore = Deno.build.os === "windows";

Deno.test({
  name: "watch() grades at the start and again after each kind of save",
  ignore,
  async fn() {
    await inCourse(async (course) => {
      const child = startWatch(course, "--watch");
      const until = linesUntil(child.stdout);
      assert.match(await until(ready), /\nNot started\. 0 of \d+/);
      // A plain save.
      Deno.writeTextFileSync(course.exercise, course.solution);
      assert.match(await until(ready), /\nLesson passed\. (\d+) of \1/);
      // An editor that writes a new file and puts it in the place of the old.
      const temporary = `${course.exercise}.swp`;
      const wrong = course.wrongAnswer("exchanges_the_ends");
      Deno.writeTextFileSync(temporary, wrong);
      Deno.renameSync(temporary, course.exercise);
      assert.match(await until(ready), /\nNot passed yet\. \d+ of \d+/);
      // An editor that moves the old file away first.
      Deno.renameSync(course.exercise, `${course.exercise}~`);
      Deno.writeTextFileSync(course.exercise, course.stub);
      assert.match(await until(ready), /\nNot started\. 0 of \d+/);
      // Somebody who unpacks the course again: the old folder is gone.
      const folder = dirname(course.exercise);
      Deno.removeSync(folder, { recursive: true });
      Deno.mkdirSync(folder);
      Deno.writeTextFileSync(course.exercise, course.solution);
      assert.match(await until(ready), /\nLesson passed\. (\d+) of \1/);
      // And a save in the new one, of which no event tells.
      Deno.writeTextFileSync(course.exercise, wrong);
      assert.match(await until(ready), /\nNot passed yet\. \d+ of \d+/);
      const { code } = await pressCtrlC(child);
      assert.equal(code, 130);
      await child.stdout.cancel().catch(() => {});
      await untilEmpty(course);
    });
  },
});

Deno.test({
  name: "lessonCommand() ends at once on Ctrl-C in an endless exercise",
  ignore,
  async fn() {
    await inCourse(async (course) => {
      const endless = `${course.solution}\nwhile (true);\n`;
      Deno.writeTextFileSync(course.exercise, endless);
      const child = startWatch(course);
      // The checks have been started before the title is printed.
      await linesUntil(child.stdout)("lessons/03_connect/connect.ts");
      const { code, ms } = await pressCtrlC(child);
      assert.equal(code, 130);
      // Without Ctrl-C the loop would be ended after 5 s.
      assert.ok(ms < 2_500, `it took ${ms} ms`);
      await untilEmpty(course);
    });
  },
});

Deno.test({
  name: "lessonCommand() ends its checks when it alone gets SIGINT",
  ignore,
  async fn() {
    await inCourse(async (course) => {
      const endless = `${course.solution}\nwhile (true);\n`;
      Deno.writeTextFileSync(course.exercise, endless);
      const child = startWatch(course);
      await linesUntil(child.stdout)("lessons/03_connect/connect.ts");
      child.kill("SIGINT");
      assert.equal((await child.status).code, 130);
      await untilEmpty(course);
    });
  },
});
