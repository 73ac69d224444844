import assert from "node:assert/strict";
import { widthOf } from "../screen/width.ts";
import { helpText, parseOptions } from "./options.ts";
import { solutionWords } from "./solution.ts";

/** The whole tree, which has everything. */
const whole = { hints: true, more: solutionWords()?.help };

for (const language of ["en", "ko"] as const) {
  const help = helpText("npx -y deno@2.9.6", whole)[language];

  Deno.test(`helpText() fits into 80 columns (${language})`, () => {
    const wide = help.split("\n").filter((line) => widthOf(line) > 80);
    assert.deepEqual(wide, []);
    assert.match(help, /npx -y deno@2\.9\.6 task lesson/);
  });

  Deno.test(`helpText() names only options that exist (${language})`, () => {
    const named = new Set(help.match(/--[a-z]+/g));
    for (const option of named) {
      const args = option === "--lang" ? [option, "en"] : [option];
      assert.ok("action" in parseOptions(args, language), option);
    }
    assert.ok(named.size >= 10);
  });
}

Deno.test("helpText() names the same options in both languages", () => {
  const { en, ko } = helpText("deno", whole);
  assert.deepEqual(ko.match(/^ +--[a-z]+/gm), en.match(/^ +--[a-z]+/gm));
});

Deno.test("helpText() names no option that the copy does not have", () => {
  const { en, ko } = helpText("deno", { hints: false });
  assert.doesNotMatch(en, /solution|hint|\n\n\n/);
  assert.doesNotMatch(ko, /solution|풀이|hint|힌트|\n\n\n/);
});
