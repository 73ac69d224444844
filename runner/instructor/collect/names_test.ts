import assert from "node:assert/strict";
import { lessons } from "./fixtures/submissions.ts";
import { distinct, lessonOf, safeName } from "./names.ts";

Deno.test("safeName() leaves what platforms write as it is", () => {
  for (
    const name of [
      "Kim Minsu_12345_assignsubmission_file_",
      "kimminsu_12345_678_submission",
      "socketlings-kimminsu",
      "submission_123456789",
      "김 민수",
    ]
  ) assert.equal(safeName(name), name);
});

Deno.test("safeName() keeps no name that Windows has for a device", () => {
  for (const name of ["CON", "nul.txt", "Com1", "lpt9.a", "aux .x", "CONIN$"]) {
    assert.match(safeName(name), /^_/);
  }
  assert.equal(safeName("console"), "console");
  assert.equal(safeName("com10"), "com10");
});

Deno.test("safeName() leaves nothing that leads out of a folder or hides in it", () => {
  for (const name of ["..", "../x", "a/../../b", "\\\\host\\x", ".", "", " "]) {
    const safe = safeName(name);
    assert.doesNotMatch(safe, /^\.|[\\/]|[. ]$/);
    assert.notEqual(safe, "");
  }
});

Deno.test("safeName() leaves nothing that moves a cursor or turns the text", () => {
  assert.equal(safeName("a\x1b[2J\nb\u202ec\x7f"), "a_[2J_b_c_");
});

Deno.test("safeName() cuts a long name, and keeps two of the same beginning apart", () => {
  const long = "민".repeat(200);
  const [one, other] = [safeName(long), safeName(long + "수")];
  assert.ok(new TextEncoder().encode(one).length <= 200);
  assert.match(one, /~[0-9a-f]{8}$/);
  assert.notEqual(one, other);
  assert.equal(safeName("𝔨".repeat(100)).isWellFormed(), true);
  assert.ok(safeName("k".repeat(300)).length <= 80);
});

Deno.test("distinct() tells names apart that differ by capital letters alone", () => {
  assert.deepEqual(distinct(["Kim", "kim", "KIM"]), [
    "Kim",
    "kim (2)",
    "KIM (3)",
  ]);
});

Deno.test("distinct() gives nobody the name that somebody else has", () => {
  const names = distinct(["kim", "kim", "kim (2)", "kim (2)"]);
  assert.equal(new Set(names).size, 4);
  assert.ok(names.includes("kim") && names.includes("kim (2)"));
});

Deno.test("distinct() is quick with 10,000 names that are all the same", () => {
  const began = performance.now();
  assert.equal(new Set(distinct(Array(10_000).fill("kim"))).size, 10_000);
  assert.ok(performance.now() - began < 10_000);
});

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
