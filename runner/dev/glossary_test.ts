import assert from "node:assert/strict";
import { join } from "node:path";
import { languages } from "../../tests/support/text.ts";
import { root } from "../course.ts";
import { glossaries } from "../screen/page.ts";

const texts = languages.map((language) =>
  Deno.readTextFileSync(join(root, "lessons", glossaries[language]))
);
const anchorsOf = (text: string) =>
  [...text.matchAll(/^<a id="([^"]+)"><\/a>\n\n### /gm)].map(([, id]) => id);

Deno.test("the glossary has the same words in the same order in both languages", () => {
  const [en, ko] = texts.map(anchorsOf);
  assert.deepEqual(en, ko);
  assert.equal(new Set(en).size, en.length);
  for (const text of texts) {
    assert.equal(text.match(/^### /gm)?.length, en.length);
  }
});

Deno.test("the glossary sends each word to the same lessons in both languages", () => {
  const [en, ko] = texts.map((text) =>
    [...text.matchAll(/\]\((\d\d_\w+)\/README/g)].map(([, folder]) => folder)
  );
  assert.deepEqual(en, ko);
});
