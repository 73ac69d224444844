import assert from "node:assert/strict";
import { connectingBy, judgeText, lesson } from "./fixtures/judge_text.ts";
import { importMap } from "./import_map.ts";
import { pathsOf, root } from "./course.ts";
import { pathToFileURL } from "node:url";

const support = `${pathToFileURL(root)}/tests/support/`;

Deno.test("importMap() puts a file in the place of the exercise", () => {
  const exercise = pathToFileURL(pathsOf(lesson).exercise).href;
  const { imports } = importMap(lesson, "/tmp/other.ts");
  assert.equal(imports[exercise], "file:///tmp/other.ts");
  assert.equal(importMap(lesson).imports[exercise], undefined);
});

Deno.test("importMap() keeps the support code for the checks", () => {
  const { imports, scopes } = importMap(lesson);
  assert.notEqual(imports[support], support);
  const checks = pathToFileURL(pathsOf(lesson).checks).href;
  for (const scope of [support, checks]) {
    assert.equal(scopes[scope][support], support);
  }
});

Deno.test("importMap() lets no exercise write into the wire log", async () => {
  const judged = await judgeText(connectingBy(`
  const scope = await import("${support}log/scope.ts");
  scope.currentScope().ended = true;
  return await Deno.connect(address);`));
  assert.equal(judged.state, "failed", judged.words);
  assert.match(judged.words, /not_for_exercises/);
});
