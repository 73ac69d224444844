import assert from "node:assert/strict";
import { findLessons } from "../course.ts";
import { solve, withCopy } from "./copy.ts";
import { pathsOf } from "./answers.ts";

Deno.test("solve() puts the solutions in, and never over somebody's work", async () => {
  await withCopy({ solved: false }, (base) => {
    const [first, second] = findLessons(base)
      .map((lesson) => pathsOf(lesson, base));
    const read = (path: string) => Deno.readTextFileSync(path);
    Deno.writeTextFileSync(second.exercise, "// mine\n");
    assert.throws(() => solve(base), /somebody's work/);
    assert.equal(read(first.exercise), read(first.stub));
    assert.equal(read(second.exercise), "// mine\n");
    Deno.copyFileSync(second.stub, second.exercise);
    solve(base);
    solve(base);
    assert.equal(read(first.exercise), read(first.solution));
    assert.equal(read(second.exercise), read(second.solution));
    return Promise.resolve();
  });
});
