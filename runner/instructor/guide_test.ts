import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "../course.ts";
import { readPage } from "../screen/page.ts";
import { read } from "../cli.ts";
import { command, markOptions } from "./mark/options.ts";

const guides = {
  en: Deno.readTextFileSync(join(root, "INSTRUCTORS.md")),
  ko: Deno.readTextFileSync(join(root, "INSTRUCTORS.ko.md")),
};

Deno.test("the instructor's guide has the same shape in both languages", () => {
  const [english, korean] = [
    readPage(guides.en, "en").shape,
    readPage(guides.ko, "ko").shape,
  ];
  assert.ok(english.length > 20, "there is something to compare");
  assert.deepEqual(korean, english);
});

Deno.test("the instructor's guide names no option that grade does not take", () => {
  for (const text of Object.values(guides)) {
    const [, section] = text.split(/^## 4\..*$/m);
    const [part] = section.split(/^## /m);
    const named = [...part.matchAll(/^\| `--(\w+)/gm)].map(([, name]) => name);
    assert.ok(named.length >= 6, named.join());
    for (const name of named) {
      const value = { jobs: "2", format: "gradescope", shard: "2/5" }[name];
      const option = ["single", "extras", "term"].includes(name)
        ? `--${name}`
        : `--${name}=${value ?? "1"}`;
      markOptions(read(command, ["in", "--out=o", option], "en"));
    }
  }
});
