import assert from "node:assert/strict";
import { Refusal } from "../../refusal.ts";
import { parseOptions } from "./options.ts";

Deno.test("parseOptions() takes all lessons and languages by itself", () => {
  const options = parseOptions(["--", "--out=a b"]);
  assert.ok(options !== "help");
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

Deno.test("parseOptions() takes one language, lessons, --exam and --force", () => {
  const options = parseOptions(
    ["--out", "a", "--lang=ko", "--lessons=2", "--exam", "--force"],
  );
  assert.ok(options !== "help" && options.exam && options.force);
  assert.deepEqual(options.languages, ["ko"]);
  assert.deepEqual(options.lessons.map(({ number }) => number), [2]);
});

Deno.test("parseOptions() helps, whatever else is asked for", () => {
  assert.equal(parseOptions(["--help"]), "help");
  assert.equal(parseOptions(["-h", "--lessons=99"]), "help");
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
  Deno.test(`parseOptions() refuses "${args.join(" ")}" in one sentence`, () => {
    assert.throws(
      () => parseOptions(args),
      (error) => error instanceof Refusal && words.test(error.text.en),
    );
  });
}

Deno.test("parseOptions() takes a platform, and all languages for one that marks", () => {
  const options = parseOptions(["--out=a", "--format=gradescope", "--lang=ko"]);
  assert.ok(options !== "help");
  assert.deepEqual([options.platform, options.marking, options.languages], [
    "gradescope",
    true,
    ["en", "ko"],
  ]);
  assert.throws(() => parseOptions(["--out=a", "--format=moodle"]), /"moodle"/);
});
