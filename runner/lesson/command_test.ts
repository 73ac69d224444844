import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { nameOfDeno } from "../environment.ts";
import { courseTest, expectPlain, run } from "../fixtures/command.ts";

for (const lang of ["en", "ko"] as const) {
  courseTest(`lessonCommand() helps in ${lang}`, async (course) => {
    const { code, out } = await run(course, "--help", `--lang=${lang}`);
    assert.equal(code, 0);
    expectPlain(out);
    assert.match(out, lang === "en" ? /^Usage: / : /^사용법: /);
    assert.ok(out.includes(`${nameOfDeno()} task lesson`));
  });
}

const refusals: [string[], RegExp][] = [
  [
    ["99", "--lang=en"],
    /^There is no lesson "99"\. The lessons are: 3 connect$/,
  ],
  [["nowhere", "--lang=ko"], /^"nowhere" 과는 없습니다\./],
  [["3", "--frobnicate"], /--frobnicate/],
  [["3", "4"], /3 4/],
  [["3", "--lang=fr"], /"fr"/],
];
for (const [args, words] of refusals) {
  courseTest(
    `lessonCommand() refuses ${args.join(" ")} in one sentence`,
    async (course) => {
      const { code, out, err } = await run(course, ...args);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err.trimEnd(), words);
      assert.equal(err.trimEnd().split("\n").length, 1);
    },
  );
}

courseTest("lessonCommand() resets and keeps the file", async (course) => {
  Deno.writeTextFileSync(course.exercise, "// mine\n");
  const { code, out } = await run(course, "3", "--reset", "--lang=en");
  assert.equal(code, 0);
  assert.match(out, /Yours is kept as connect\.mine\.ts\.\n$/);
  assert.equal(Deno.readTextFileSync(course.exercise), course.stub);
  const kept = course.exercise.replace(".ts", ".mine.ts");
  assert.equal(Deno.readTextFileSync(kept), "// mine\n");
  // What is kept beside it disturbs no check.
  const graded = await run(course, "3", "--lang=en");
  assert.match(graded.out, /\nNot started\. 0 of \d+/);
});

courseTest("lessonCommand() says that a page is missing", async (course) => {
  for (const page of ["README.md", "README.ko.md"]) {
    Deno.removeSync(join(dirname(course.exercise), page));
  }
  const { code, out, err } = await run(course, "3", "--read", "--lang=en");
  assert.equal(code, 2);
  assert.equal(out, "");
  assert.match(
    err,
    /^The command could not do its work: (No such file|File not found).*README/,
  );
  assert.equal(err.trimEnd().split("\n").length, 1);
  // The lesson is graded all the same.
  assert.match((await run(course, "3", "--lang=en")).out, /\nNot started\./);
});

courseTest(
  "lessonCommand() speaks the one language of a copy",
  async (course) => {
    Deno.removeSync(join(dirname(course.exercise), "README.md"));
    const inEnglish = { LC_ALL: "en_US.UTF-8", LANG: "en_US.UTF-8" };
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "lesson", "3", "--read"],
      cwd: course.base,
      stdin: "null",
      env: inEnglish,
    }).output();
    assert.match(new TextDecoder().decode(stdout), /^3\. connect: 다른/);
    const { code, err } = await run(course, "3", "--lang=en");
    assert.equal(code, 2);
    assert.match(err, /^This copy of the course is in Korean only: .*--lang/);
  },
);

courseTest("lessonCommand() says that a stub is missing", async (course) => {
  Deno.removeSync(join(course.base, "tests", "stubs"), { recursive: true });
  const { code, err } = await run(course, "3", "--reset", "--lang=ko");
  assert.equal(code, 2);
  assert.match(err, /^명령을 수행하지 못했습니다: /);
});
