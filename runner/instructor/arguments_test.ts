import assert from "node:assert/strict";
import { formatOf, languageOf, readArguments } from "./arguments.ts";
import { Refusal } from "../refusal.ts";

const options = {
  out: { type: "string" },
  force: { type: "boolean" },
} as const;

Deno.test("readArguments() passes over the `--` that npm wants", () => {
  const { values } = readArguments(["--", "--out", "a"], options);
  assert.equal(values.out, "a");
});

const refused: [string[], RegExp][] = [
  [["--fast"], /no option --fast/],
  [["--out"], /--out needs a value/],
  [["--force=yes"], /--force takes no value/],
];
for (const [args, words] of refused) {
  Deno.test(`readArguments() refuses ${args} in a sentence`, () => {
    assert.throws(
      () => readArguments(args, options),
      (error) => error instanceof Refusal && words.test(error.text.en),
    );
  });
}

Deno.test("languageOf() takes the languages of the course and no others", () => {
  assert.equal(languageOf("ko"), "ko");
  assert.throws(() => languageOf("KO"), Refusal);
});

Deno.test("formatOf() names the formats that there are", () => {
  assert.equal(formatOf("a", ["a", "b"]), "a");
  assert.throws(() => formatOf("c", ["a", "b"]), /"c".*one of a, b/);
});
