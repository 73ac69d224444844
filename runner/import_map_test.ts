import assert from "node:assert/strict";
import { join } from "node:path";
import { connectingBy, judgeText, lesson } from "./fixtures/judge_text.ts";
import { importMap } from "./import_map.ts";
import { pathsOf, root } from "./course.ts";
import { moduleUrl } from "./module_url.ts";

const support = `${moduleUrl(root)}/tests/support/`;

Deno.test("importMap() puts a file in the place of the exercise", () => {
  const exercise = moduleUrl(pathsOf(lesson).exercise);
  const { imports } = importMap(lesson, "/tmp/other.ts");
  assert.equal(imports[exercise], "file:///tmp/other.ts");
  assert.equal(importMap(lesson).imports[exercise], exercise);
});

Deno.test("importMap() allows the exercise's folder and what is named, and no more", () => {
  const { imports } = importMap(lesson, "/a/b/connect.ts", ["/c/solution.ts"]);
  for (const href of ["file:///a/b/", "file:///c/solution.ts"]) {
    assert.equal(imports[href], href);
  }
  assert.notEqual(imports["file:///"], "file:///");
  assert.equal(imports["file:///c/"], undefined);
});

Deno.test("importMap() allows no folder that holds the checks", () => {
  const { imports } = importMap(lesson, join(root, "connect.ts"));
  assert.equal(imports[`${moduleUrl(root)}/`], undefined);
});

Deno.test("importMap() keeps the support code for the checks", () => {
  const { imports, scopes } = importMap(lesson);
  assert.notEqual(imports[support], support);
  const checks = moduleUrl(pathsOf(lesson).checks);
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
