import assert from "node:assert/strict";
import { languages } from "../../../tests/support/text.ts";
import { assertKept } from "../../fixtures/kept.ts";
import { tested } from "../../version.ts";
import { workflow } from "./workflow.ts";

for (const language of languages) {
  const text = workflow(language);

  Deno.test(`workflow() is as kept (${language})`, () => {
    const name = `fixtures/kept/mark.${language}.yml`;
    assertKept(text, new URL(name, import.meta.url));
  });

  Deno.test(`workflow() may read the repository and no more (${language})`, () => {
    assert.match(text, /^permissions:\n {2}contents: read\n\n/m);
    assert.equal(text.match(/permissions:/g)!.length, 1);
    assert.match(
      text,
      /checkout@v\d+\n +with:\n +persist-credentials: false\n/,
    );
    assert.ok(!/secrets\./.test(text));
  });

  Deno.test(`workflow() pins what it uses, and ends (${language})`, () => {
    for (const [, name] of text.matchAll(/uses: (.*)/g)) {
      assert.match(name, /^[\w-]+\/[\w-]+@v\d+$/);
    }
    assert.match(text, new RegExp(`deno-version: ${RegExp.escape(tested)}\\n`));
    assert.ok(Number(/timeout-minutes: (\d+)\n/.exec(text)![1]) <= 30);
  });

  Deno.test(`workflow() names no command of the instructor's (${language})`, () => {
    assert.ok(!/task (grade|distribute)|instructor\//.test(text));
  });
}

Deno.test("workflow() says that what it shows is a preview, in each language", () => {
  assert.match(workflow("en"), /^# .*\n# It is a preview and no mark/);
  assert.match(workflow("ko"), /^# .*\n# 이것은 미리 보기이며 성적이 아닙니다/);
  assert.match(workflow("ko"), /--lang ko/);
});
