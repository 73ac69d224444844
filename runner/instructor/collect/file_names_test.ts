import assert from "node:assert/strict";
import { lessonOf } from "./places.ts";
import { lessons } from "./fixtures/submissions.ts";

Deno.test("lessonOf() knows files and archives that are called like a lesson", () => {
  for (
    const name of [
      "connect.ts",
      "Connect-2.ts",
      "connect.ts.txt",
      "03_connect.zip",
      "connect (1).tar.gz",
    ]
  ) assert.equal(lessonOf(name, lessons)?.number, 3, name);
  for (const name of ["report.pdf", "connect.pdf", "kim.zip", "reconnect.ts"]) {
    assert.equal(lessonOf(name, lessons), undefined, name);
  }
});
