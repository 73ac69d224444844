import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { languages } from "../../tests/support/text.ts";
import { findLessons, pathsOf, root } from "../course.ts";
import { glossaries } from "../instructor/distribute/choice.ts";

const texts = languages.map((language) =>
  Deno.readTextFileSync(join(root, glossaries[language]))
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

for (const language of languages) {
  Deno.test(`the glossary has each word that a page links to: ${language}`, () => {
    const anchors = anchorsOf(texts[languages.indexOf(language)]);
    const name = basename(glossaries[language]);
    for (const lesson of findLessons()) {
      const page = Deno.readTextFileSync(pathsOf(lesson).page[language]);
      const links = page.matchAll(/\]\(\.\.\/(GLOSSARY[^)#]*)#([^)]+)\)/g);
      for (const [, file, id] of links) {
        assert.equal(file, name, lesson.folder);
        assert.ok(anchors.includes(id), `${lesson.folder} links to #${id}`);
      }
    }
  });
}
