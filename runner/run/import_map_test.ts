import assert from "node:assert/strict";
import { join } from "node:path";
import { pathsOf, root } from "../course.ts";
import {
  connectingBy,
  gradeText,
  lesson,
  solved,
} from "../fixtures/grade_text.ts";
import { moduleUrl } from "../module_url.ts";
import { importMap } from "./sandbox.ts";

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
  assert.equal(imports["file:///"], null);
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
  const lessonsOwn = moduleUrl(pathsOf(lesson).checksOwn) + "/";
  for (const scope of [support, lessonsOwn, checks]) {
    assert.equal(scopes[scope][support], support);
    assert.equal(scopes[scope][lessonsOwn], lessonsOwn);
  }
  assert.equal(imports[lessonsOwn], undefined);
});

Deno.test("importMap() lets no exercise write into the wire log", async () => {
  const graded = await gradeText(connectingBy(`
  const scope = await import("${support}" + "log/scope.ts");
  scope.currentScope().ended = true;
  return await Deno.connect(address);`));
  assert.equal(graded.state, "failed", graded.words);
  assert.match(graded.words, /Blocked by null/);
});

Deno.test("importMap() lets an exercise build upon events and streams", async () => {
  const head = `
import { EventEmitter, once } from "node:events";
import { Readable, Transform } from "node:stream";
import { text } from "node:stream/consumers";
class Own extends EventEmitter {
  override emit(name: string, ...more: unknown[]): boolean {
    return super.emit(name, ...more);
  }
}
class Upper extends Transform {
  override _transform(part: unknown, _: string, done: (...a: unknown[]) => void) {
    done(null, String(part).toUpperCase());
  }
}
const own = new Own();
own.on = own.on.bind(own);
queueMicrotask(() => own.emit("ready", 1));
const [one] = await once(own, "ready");
const upper = await text(Readable.from(["a", "b"]).pipe(new Upper()));
if (one !== 1 || upper !== "AB") throw new Error(upper);
`;
  const graded = await gradeText(head + solved);
  assert.equal(graded.state, "passed", graded.words);
});
