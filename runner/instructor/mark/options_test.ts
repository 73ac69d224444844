import assert from "node:assert/strict";
import { Refusal } from "../../refusal.ts";
import { parseGradeOptions } from "./options.ts";

Deno.test("parseGradeOptions() takes all options", () => {
  const args = "-- in --out o --only kim --lessons 1-3 --weights w.json " +
    "--single --format gradescope --format classroom50 --lang ko --jobs 4";
  assert.deepEqual(parseGradeOptions(args.split(" "), "en"), {
    help: false,
    submissions: "in",
    out: "o",
    jobs: 4,
    only: "kim",
    lessons: "1-3",
    weights: "w.json",
    single: true,
    formats: ["gradescope", "classroom50"],
    language: "ko",
  });
});

Deno.test("parseGradeOptions() uses all cores and the system's language", () => {
  const { jobs, language } = parseGradeOptions(["in", "--out=o"], "ko-KR");
  assert.ok(jobs >= 1);
  assert.equal(language, "ko");
});

Deno.test("parseGradeOptions() asks for nothing else where help is wanted", () => {
  assert.ok(parseGradeOptions(["--help"], "en").help);
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
  Deno.test(`parseGradeOptions() refuses "${line}"`, () => {
    const args = line.split(" ").filter((arg) => arg !== "");
    assert.throws(
      () => parseGradeOptions(args, "en"),
      (error) => error instanceof Refusal && words.test(error.text.en),
    );
  });
}
