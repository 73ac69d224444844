import assert from "node:assert/strict";
import { marksOf } from "../mark/marks.ts";
import {
  attack,
  hostileStudent,
  loadClass,
  missingStudent,
} from "./fixtures/made.ts";
import { pageOf } from "./markup.ts";

import { bins } from "./plots.ts";
import { addStudent, newTally, renderOverview } from "./overview.ts";

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
  assert.match(table, /<b>23\.9<\/b>/);
});

Deno.test("renderOverview() tells missing from broken from wrong", () => {
  const [first, ...rest] = student.lessons;
  const failed = first.checks.find(({ state }) => state === "failed")!;
  const told = { ...failed.told, mistake: "cannotBeLoaded" };
  const broken = {
    ...student,
    student: "broken",
    lessons: [{ ...first, checks: [{ ...failed, told }] }, ...rest],
  };
  const html = page([named("wrong"), missingStudent("missing"), broken]);
  const row = (name: string) =>
    new RegExp(`<tr data-states="([^"]*)"><th[^>]*><a[^>]*><bdi>${name}<`)
      .exec(html)?.[1];
  assert.equal(row("wrong"), "failed not-started");
  assert.equal(row("missing"), "missing");
  assert.equal(row("broken"), "broken failed not-started");
  assert.match(html, /<abbr class="is-broken" title="broken">!<\/abbr>0/);
});

Deno.test("renderOverview() plots totals and lessons with a text for each", () => {
  const html = page([student, student, missingStudent("lee")]);
  const [totals, states] = html.match(/<table class="plot[^]*?<\/table>/g)!;
  const rows = [
    ...totals.matchAll(/row">(.*?)<.*w(\d+)".*?(\d+)<\/span><\/td>/g),
  ];
  assert.deepEqual(
    rows.map(([, ...cells]) => cells).filter(([, , count]) => count !== "0"),
    [["0–9.9", "50", "1"], ["20–29.9", "100", "2"]],
  );
  assert.equal(rows.length, 11);
  const labels = [...states.matchAll(/aria-label="([^"]*)"/g)];
  assert.deepEqual(labels.map(([, label]) => label), [
    "failed 2, missing 1",
    "failed 2, missing 1",
    "not started 2, missing 1",
  ]);
  assert.match(states, /p-failed w67"><b>2<\/b>.*p-missing w33"><b>1<\/b>/);
});

Deno.test("bins() puts each total where it belongs, and 100 by itself", () => {
  const counts = [0, 9.99, 10, 30 - 1e-12, 99.9, 100];
  assert.deepEqual(bins(counts), [2, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1]);
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
    // One script, which is the page's own.
    assert.equal(html.split("<script").length, 2);
    assert.ok(!html.includes("<img"));
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
