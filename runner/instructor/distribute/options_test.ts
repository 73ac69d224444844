import assert from "node:assert/strict";
import { read } from "../../cli.ts";
import { Refusal } from "../../refusal.ts";
import { command, optionsOf } from "./command.ts";
import type { Options } from "./command.ts";

/** What a line asks for. */
function parsed(args: readonly string[]): Options {
  return optionsOf(read(command, args, "ko"));
}

Deno.test("optionsOf() takes all lessons and languages by itself", () => {
  const options = parsed(["--", "--out=a b"]);
  const { lessons, ...others } = options;
  assert.deepEqual(others, {
    out: "a b",
    languages: ["en", "ko"],
    exam: false,
    force: false,
    marking: false,
    platform: undefined,
  });
  assert.ok(lessons.length > 1);
});

Deno.test("optionsOf() takes one language, lessons, --exam and --force", () => {
  const options = parsed(
    ["--out", "a", "--lang=ko", "--lessons=2", "--exam", "--force"],
  );
  assert.ok(options.exam && options.force);
  assert.deepEqual(options.languages, ["ko"]);
  assert.deepEqual(options.lessons.map(({ number }) => number), [2]);
});

const refused: [string[], RegExp][] = [
  [[], /^Say with --out where/],
  [["--out="], /^Say with --out where/],
  [["--out"], /^--out needs a value/],
  [["handout"], /^"handout" stands behind no option/],
  [["--out=a", "--lang=fr"], /"fr"/],
  [["--out=a", "--lessons=99"], /^There is no lesson 99/],
  [["--out=a", "--frobnicate"], /^There is no option --frobnicate/],
  [["--out=a", "--exam=yes"], /^--exam takes no value/],
];
for (const [args, words] of refused) {
  Deno.test(`optionsOf() refuses "${args.join(" ")}" in one sentence`, () => {
    assert.throws(
      () => parsed(args),
      (error) => error instanceof Refusal && words.test(error.text.en),
    );
  });
}

Deno.test("optionsOf() takes a platform, and all languages for one that marks", () => {
  const options = parsed(["--out=a", "--format=gradescope", "--lang=ko"]);
  assert.deepEqual([options.platform, options.marking, options.languages], [
    "gradescope",
    true,
    ["en", "ko"],
  ]);
  assert.throws(() => parsed(["--out=a", "--format=moodle"]), /"moodle"/);
});
