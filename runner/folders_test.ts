/**
 * The course in folders as people name them, and below folders with settings
 * of their own: real copies, and the commands as a person types them.
 *
 * @module
 */
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { findLessons, root } from "./course.ts";
import { courseTest, run } from "./fixtures/command.ts";
import type { Course, Finished } from "./fixtures/command.ts";

/** Runs Deno in the copy, as `deno test -P` for example. */
function denoIn(base: string, ...args: string[]): Finished {
  const { code, stdout, stderr } = new Deno.Command(Deno.execPath(), {
    args,
    cwd: base,
    stdin: "null",
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0", NO_PROMPT: "1" },
  }).outputSync();
  const [out, err] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  return { code, out, err };
}

/** Has the copy somewhere else for the time of `use`. */
async function movedTo(
  course: Course,
  folder: string,
  use: (moved: Course) => Promise<void>,
): Promise<void> {
  const top = Deno.makeTempDirSync({ prefix: "socketlings_" });
  const base = join(top, folder);
  Deno.mkdirSync(dirname(base), { recursive: true });
  Deno.renameSync(course.base, base);
  try {
    await use({
      ...course,
      base,
      exercise: course.exercise.replace(course.base, () => base),
    });
  } finally {
    Deno.renameSync(base, course.base);
    Deno.removeSync(top, { recursive: true });
  }
}

/** Asserts that lesson 3 is passed, by each command that students have. */
async function expectPassed(course: Course): Promise<void> {
  const { code, out, err } = await run(course, "3", "--json");
  assert.equal(code, 0, out + err);
  assert.equal(JSON.parse(out).state, "passed");
  const list = await run(course, "--list", "--lang=en");
  assert.match(list.out, /passed +(\d+)\/\1/);
  const file = join("tests", "03_connect_test.ts");
  const tested = denoIn(course.base, "test", "-P", "--no-check", file);
  assert.equal(tested.code, 0, tested.out + tested.err);
}

const names = [
  join("Mobile Documents", "com~apple~CloudDocs", "s"),
  "KIMYON~1",
  "[네트워크] 3주차",
  "소켓 수업 \u{1f995}",
  "a,b#c%20d & 'e' {f} (g)",
  // Windows has no such names.
  ...Deno.build.os === "windows" ? [] : ["a|b^c", "왜?", 'a*b "c" <d> \\e'],
];

for (const name of names) {
  courseTest(
    `lessonCommand() works in a folder called ${name}`,
    async (course) => {
      Deno.writeTextFileSync(course.exercise, course.solution);
      await movedTo(course, name, expectPassed);
    },
  );
}

courseTest(
  "grade, distribute and doctor work in a folder called [~|^]",
  async (course) => {
    const name = Deno.build.os === "windows" ? "[1~^]" : "[~|^?*]";
    await movedTo(course, name, ({ base }) => {
      const hand = join(dirname(base), "hand~in", "kim");
      const marks = join(dirname(base), "marks~");
      Deno.mkdirSync(hand, { recursive: true });
      Deno.writeTextFileSync(join(hand, "connect.ts"), course.solution);
      const only = ["--out", marks, "--lessons", "3"];
      const graded = denoIn(base, "task", "grade", dirname(hand), ...only);
      assert.equal(graded.code, 0, graded.err);
      const csv = Deno.readTextFileSync(join(marks, "grades.csv"));
      assert.match(csv, /kim.*100/);
      const copy = join(dirname(base), "copy~");
      const handed = denoIn(base, "task", "distribute", "--out", copy);
      assert.equal(handed.code, 0, handed.err);
      assert.ok(Deno.statSync(join(copy, "deno.json")).isFile);
      const seen = denoIn(base, "task", "doctor", "--lang=en");
      assert.match(seen.out, /test -P.*\sfinds\s+no\s+checks/);
      return Promise.resolve();
    });
  },
);

const settings: [string, string, string][] = [
  ["a workspace that has the course", "deno.json", '{"workspace":["./c"]}'],
  ["a workspace of others", "deno.json", '{"workspace":["./other"]}'],
  ["settings that are no JSON", "deno.json", "{ no"],
  [
    "other imports and a lock file",
    "deno.json",
    '{"lock":true,"imports":{"node:net":"./x.ts"}}',
  ],
  [
    "a package of Node.js",
    "package.json",
    '{"type":"commonjs","workspaces":["c"],"dependencies":{"left-pad":"1"}}',
  ],
  ["settings of TypeScript", "tsconfig.json", '{"extends":"./no.json"}'],
];

for (const [what, file, text] of settings) {
  courseTest(`lessonCommand() works below ${what}`, async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    await movedTo(course, "c", async (moved) => {
      const above = dirname(moved.base);
      Deno.writeTextFileSync(join(above, file), text);
      Deno.mkdirSync(join(above, "node_modules", "left-pad"), {
        recursive: true,
      });
      await expectPassed(moved);
    });
  });
}

courseTest(
  "lessonCommand() takes a link to a lesson for the lesson",
  async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    const folder = dirname(course.exercise);
    const elsewhere = join(course.base, "elsewhere");
    Deno.renameSync(folder, elsewhere);
    Deno.symlinkSync(elsewhere, folder, { type: "dir" });
    await expectPassed(course);
  },
);

courseTest(
  "a bare `deno test` says in both languages what to type",
  (course) => {
    const { code, out, err } = denoIn(course.base, "test", "--no-check");
    assert.equal(code, 1);
    const failures = out.slice(out.indexOf("FAILURES"));
    assert.match(failures, /Run `deno test -P`.*`deno test -P`로 실행하십시오/);
    assert.doesNotMatch(out + err, /NotCapable|[Bb]acktrace|check\.ts/);
    return Promise.resolve();
  },
);

Deno.test("a bare `deno test` is told so by every lesson's checks", () => {
  const { code, out } = denoIn(root, "test", "--no-check");
  assert.equal(code, 1);
  const { length } = findLessons();
  assert.ok(out.includes(`0 passed | ${length} failed`), out.slice(-200));
});

/** What both commands say of an exercise: passed or not, and these words. */
const verdicts: [string, string, RegExp?][] = [
  ["node:events", 'import { once } from "node:events"; void once;'],
  [
    "node:stream/consumers",
    'import { text } from "node:stream/consumers"; void text;',
  ],
  ["its helper", 'import { help } from "./helper.ts"; help();'],
  [
    "node:net",
    'import net from "node:net"; void net;',
    /The checks do not allow this module/,
  ],
  [
    "what its helper imports",
    'import "./reader.ts";',
    /reader\.ts[^]*imports "node:fs"/,
  ],
  [
    "its neighbour",
    'import { inet_addr } from "../02_address/address.ts"; void inet_addr;',
    /Each exercise stands alone/,
  ],
  [
    "a package",
    'import { delay } from "jsr:@std/async"; void delay;',
    /The checks load nothing from the internet/,
  ],
  ["tests of its own", 'Deno.test("mine", () => {});'],
];

for (const [what, line, words] of verdicts) {
  courseTest(
    `both commands agree on an exercise with ${what}`,
    async (course) => {
      const folder = dirname(course.exercise);
      const neighbour = join(folder, "..", "02_address");
      Deno.mkdirSync(neighbour);
      Deno.writeTextFileSync(
        join(neighbour, "address.ts"),
        "export const inet_addr = 1;",
      );
      Deno.writeTextFileSync(
        join(folder, "helper.ts"),
        "export const help = () => {};",
      );
      Deno.writeTextFileSync(join(folder, "reader.ts"), 'import "node:fs";');
      Deno.writeTextFileSync(course.exercise, `${line}\n${course.solution}`);
      const lesson = await run(course, "3", "--lang=en");
      const file = join("tests", "03_connect_test.ts");
      const args = ["test", "-P", "--no-check", file, "--", "--lang=en"];
      const tested = denoIn(course.base, ...args);
      for (const { code, out, err } of [lesson, tested]) {
        assert.equal(code, words === undefined ? 0 : 1, out + err);
        // Lines are wrapped in the one, and not in the other.
        if (words !== undefined) {
          assert.match(out.replaceAll(/\s+/g, " "), words);
        }
      }
    },
  );
}
