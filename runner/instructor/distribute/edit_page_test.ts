import assert from "node:assert/strict";
import { findLessons, pathsOf } from "../../course.ts";
import { readPage } from "../../page.ts";
import { withoutHints } from "./edit_page.ts";

for (const language of ["en", "ko"] as const) {
  Deno.test(`withoutHints() leaves the rest of every page (${language})`, () => {
    for (const lesson of findLessons()) {
      const path = pathsOf(lesson).page[language];
      const text = Deno.readTextFileSync(path).replaceAll("\r\n", "\n");
      const edited = withoutHints(text);
      const [before, after] = [text, edited].map((t) => readPage(t, language));
      assert.deepEqual(after.hints, []);
      assert.equal(after.title, before.title);
      assert.equal(after.task, before.task);
      assert.doesNotMatch(edited, /^## (Hints|힌트)|details|summary/m);
      assert.ok(text.startsWith(edited.trimEnd()), path);
      for (const hint of before.hints) {
        assert.ok(!edited.includes(hint.slice(0, 30)), path);
      }
    }
  });
}
