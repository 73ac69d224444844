import assert from "node:assert/strict";
import { join } from "node:path";
import { changesSince, listOf } from "../../run/checksums.ts";
import { findLessons } from "../../course.ts";
import { pathsOf } from "../../dev/answers.ts";
import { entriesOf } from "./edit.ts";
import { deno, distribute } from "./fixtures/distribute.ts";
import { inFolder, names } from "./fixtures/folder.ts";

const lessons = findLessons();

/** The copy, brought to its students as an archive and unpacked elsewhere. */
async function inUnpacked(
  args: string[],
  use: (copy: string) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const { code, out, err } = await distribute(
      folder,
      "--out=소켓 과정.tar.gz",
      ...args,
    );
    assert.equal(code, 0, err);
    assert.match(out, /^The students' copy is in .*소켓 과정\.tar\.gz: /);
    assert.deepEqual(names(folder), ["소켓 과정.tar.gz"]);
    const unpacking = new Deno.Command("tar", {
      args: ["-x", "-z", "-f", "소켓 과정.tar.gz"],
      cwd: folder,
    });
    assert.ok((await unpacking.output()).success);
    await use(join(folder, "소켓 과정"));
  });
}

Deno.test("deno task distribute hands out a course of which nothing is started", async () => {
  await inUnpacked([], async (copy) => {
    assert.deepEqual(await changesSince(listOf(copy)!, copy), []);
    const types = await deno(
      copy,
      ...["check", "--quiet", "runner", "tests", "lessons"],
    );
    assert.equal(types.code, 0, types.err);
    // What is loaded later is missed by nobody but the one who needs it.
    const config = Deno.readTextFileSync(join(copy, "deno.json"));
    for (const entry of entriesOf(config)) {
      const { out } = await deno(copy, "info", "--json", entry);
      const modules: { error?: string }[] = JSON.parse(out).modules;
      assert.ok(modules.length > 1);
      assert.deepEqual(modules.filter(({ error }) => error !== undefined), []);
    }
    const listed = await deno(
      copy,
      ...["task", "--quiet", "lesson", "--list", "--json"],
    );
    assert.equal(listed.code, 1, listed.err);
    const found: { lessons: { state: string; checks: { state: string }[] }[] } =
      JSON.parse(listed.out);
    assert.equal(found.lessons.length, lessons.length);
    for (const { state, checks } of found.lessons) {
      assert.equal(state, "not started");
      assert.ok(checks.every((check) => check.state === "not started"));
    }
    const tests = await deno(copy, "test", "-P", "--no-check");
    assert.equal(tests.code, 0, tests.out + tests.err);
    assert.match(tests.out, /\nok \| 0 passed \| 0 failed \| \d+ ignored/);
  });
});

Deno.test("deno task distribute hands out a course that solutions pass", async () => {
  await inUnpacked([], async (copy) => {
    for (const lesson of lessons) {
      const { exercise } = pathsOf(lesson, copy);
      Deno.copyFileSync(pathsOf(lesson).solution, exercise);
    }
    const tests = await deno(copy, "test", "-P", "--no-check");
    assert.equal(tests.code, 0, tests.out + tests.err);
    assert.match(tests.out, /\nok \| \d{2,} passed \| 0 failed/);
    // An edited runner gives verdicts too, and says that they do not count.
    const path = join(copy, "runner", "screen", "width.ts");
    Deno.writeTextFileSync(path, "// edited\n", { append: true });
    const edited = await deno(copy, "task", "--quiet", "lesson", "3");
    assert.equal(edited.code, 0, edited.err);
    assert.match(edited.out, /\nGo on with the next one:\n/);
    assert.match(
      edited.out,
      /does not count: runner\/screen\/width\.ts is not/,
    );
  });
});

Deno.test("deno task distribute --exam hands out no hints", async () => {
  await inUnpacked(["--exam", "--lessons=3"], async (copy) => {
    const task = (...args: string[]) =>
      deno(copy, "task", "--quiet", "lesson", ...args);
    const hint = await task("3", "--hint", "1");
    assert.equal(hint.code, 2);
    assert.match(hint.err, /^There are no hints in this copy/);
    const page = await task("3", "--read");
    assert.equal(page.code, 0);
    assert.match(page.out, /^3\. connect.*[^]*\nWhat you can do now\n/);
    assert.doesNotMatch(page.out, /Hint/);
    const { exercise } = pathsOf(lessons[2], copy);
    Deno.writeTextFileSync(exercise, "export const a = 1;\n");
    const failed = await task("3");
    assert.equal(failed.code, 1);
    assert.match(failed.out, /\nMend the first failure, then run it again:\n/);
    assert.doesNotMatch(failed.out, /hint/i);
  });
});

Deno.test("deno task distribute --lang hands out a course in one language", async () => {
  await inUnpacked(["--lang=ko", "--lessons=1-2,4"], async (copy) => {
    const task = (...args: string[]) =>
      deno(copy, "task", "--quiet", "lesson", ...args);
    // The system speaks English here, and the copy does not.
    const page = await task("4", "--read");
    assert.match(page.out, /^4\. read와 write/);
    const english = await task("4", "--lang=en");
    assert.equal(english.code, 2);
    assert.match(english.err, /^This copy of the course is in Korean only/);
    const none = await task("3");
    assert.match(none.err, /있는 과: 1 socket, 2 address, 4 read_write\n$/);
    const help = await task("--help");
    assert.match(help.out, /^사용법/);
    assert.doesNotMatch(help.out, /--solution/);
    const solution = await task("4", "--solution", "--yes");
    assert.deepEqual(solution, {
      code: 2,
      out: "",
      err: "이 사본에는 풀이가 없습니다\n",
    });
  });
});
