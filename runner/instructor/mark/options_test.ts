import assert from "node:assert/strict";
import { read } from "../../cli.ts";
import { Refusal } from "../../refusal.ts";
import { command, markOptions } from "./options.ts";
import type { MarkOptions } from "./options.ts";

/** What a line asks for. */
function parsed(...args: string[]): MarkOptions {
  return markOptions(read(command, args, "en"));
}

Deno.test("markOptions() takes all options", () => {
  const args = "-- in --out o --only kim --lessons 1-3 --weights w.json " +
    "--extras --single --format gradescope --format classroom50 --lang ko " +
    "--jobs 4";
  assert.deepEqual(parsed(...args.split(" ")), {
    submissions: "in",
    out: "o",
    jobs: 4,
    only: "kim",
    lessons: "1-3",
    weights: "w.json",
    extras: true,
    single: true,
    formats: ["gradescope", "classroom50"],
    language: "ko",
  });
});

Deno.test("markOptions() uses all cores and the system's language", () => {
  const { jobs, language } = parsed("in", "--out=o");
  assert.ok(jobs >= 1);
  assert.equal(language, "en");
});

const refused: [string, RegExp][] = [
  ["", /Name the folder with the submissions/],
  ["a b --out c", /one folder with submissions, not 2: a b/],
  ["a", /Say where the results go/],
  ["a --out b --jobs 0", /--jobs takes .* not "0"/],
  ["a --out b --jobs many", /not "many"/],
  ["a --out b --format excel", /no format "excel".*gradescope, classroom50/],
  ["a --out b --lang de", /not in "de"/],
  ["a --out b --fast", /no option --fast/],
  ["a --out", /--out needs a value/],
];
for (const [line, words] of refused) {
  Deno.test(`markOptions() refuses "${line}"`, () => {
    const args = line.split(" ").filter((arg) => arg !== "");
    assert.throws(
      () => parsed(...args),
      (error) => error instanceof Refusal && words.test(error.text.en),
    );
  });
}
