import assert from "node:assert/strict";
import { marksOf } from "../mark/marks.ts";
import {
  attack,
  hostileStudent,
  loadClass,
  missingStudent,
} from "./fixtures/made.ts";
import { pageOf } from "./markup.ts";
import { renderOverview } from "./overview.ts";
import { addStudent, newTally } from "./tally.ts";

const { lessons, student } = loadClass();

function page(
  students: readonly typeof student[],
  language: "en" | "ko" = "en",
): string {
  const tally = newTally(lessons);
  for (const one of students) {
    addStudent(tally, one, marksOf(one, lessons), lessons);
  }
  return renderOverview(tally, lessons, language);
}

const named = (name: string) => ({ ...student, student: name });

Deno.test("renderOverview() lists students by name, with links to their pages", () => {
  const names = ["kim 10", "kim 9", "박", "강"];
  const html = page(names.map(named), "ko");
  const table = /<table class="matrix">[^]*?<\/table>/.exec(html)![0];
  const rows = [...table.matchAll(/<th scope="row"><a href="([^"]*)"/g)];
  assert.deepEqual(rows.map(([, link]) => decodeURIComponent(link)), [
    "students/강/index.ko.html",
    "students/박/index.ko.html",
    "students/kim 9/index.ko.html",
    "students/kim 10/index.ko.html",
  ]);
  assert.match(table, /<b>25<\/b>/);
});

Deno.test("renderOverview() plots totals and lessons with a text for each", () => {
  const html = page([student, student, missingStudent("lee")]);
  assert.match(html, /aria-label="How many .* 0–9\.9: 1, .*20–29\.9: 2,/);
  assert.match(html, /aria-label="3: passed 0|aria-label="3: failed 2, not/);
  assert.equal(html.match(/<svg viewBox[^>]* role="img"/g)!.length, 2);
});

Deno.test("renderOverview() names the checks that fail most, with whom to look at", () => {
  const html = page([...Array(7)].map((_, i) => named(`kim ${i}`)));
  const name = "probe() says &quot;open&quot; and leaves no connection behind";
  const row = html.split("<tr>").find((part) => part.includes(name))!;
  assert.match(row, /7 <small>\(100 %\)<\/small>/);
  assert.equal(
    row.match(/<a href="students\/kim%20\d\/index\.html#lesson-3-11"/g)!.length,
    5,
  );
});

Deno.test("renderOverview() shows remarks, and escapes all of a submission", () => {
  for (const language of ["en", "ko"] as const) {
    const html = page([student, hostileStudent()], language);
    assert.match(html, /<section class="remarks of-tampering">/);
    assert.match(html, /<section class="remarks of-note">/);
    assert.ok(!html.includes("<script") && !html.includes("<img"));
    assert.ok(html.isWellFormed());
  }
});

Deno.test("renderOverview() has something to say of a class of nobody", () => {
  const html = page([]);
  assert.doesNotMatch(html, /NaN|Infinity|undefined/);
  assert.match(html, /No submission fails a check\./);
});

Deno.test("pageOf() makes one step of a path of any name", () => {
  for (const name of ["a/b", "..\\c", "50% #?", attack]) {
    const link = pageOf(name, "en");
    const [, encoded] = /^students\/([^/\\?#<"]+)\/index\.html$/.exec(link)!;
    assert.equal(decodeURIComponent(encoded), name.toWellFormed());
  }
});
