import assert from "node:assert/strict";
import { contrast, palettes } from "../../picture/colours.ts";
import { marksOf } from "../mark/marks.ts";
import { hostileStudent, loadClass, missingStudent } from "./fixtures/made.ts";
import { renderStudentPage } from "./student_page.ts";
import { pageColours } from "./frame.ts";

const { lessons, student } = loadClass();

function page(one: typeof student, language: "en" | "ko" = "en"): string {
  const marks = marksOf(one, lessons);
  return renderStudentPage(one, marks, lessons, new Map(), language);
}

/** What a reader sees, with a space for each tag. */
function seen(html: string): string {
  return html.replace(/<head>[^]*<\/head>/, "")
    .replaceAll(/<(script|template)[^>]*>[^]*?<\/\1>/g, "")
    .replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
}

Deno.test("renderStudentPage() tells marks, lessons and every check", () => {
  for (const language of ["en", "ko"] as const) {
    const html = page(student, language);
    const text = seen(html);
    assert.match(
      html,
      new RegExp(`^<!DOCTYPE html>\n<html lang="${language}">`),
    );
    assert.match(text, /김민준 20231234/);
    // 8 of 8, 2 of 2 and 3 of 5; 2 of 11 and 0 of 4; and twice nothing.
    assert.match(text, /23.9 \/ 100/);
    for (const lesson of lessons) {
      assert.ok(text.includes(lesson.title[language]));
    }
    for (const { name } of student.lessons.flatMap(({ checks }) => checks)) {
      const escaped = name[language].replaceAll('"', "&quot;");
      assert.ok(text.includes(escaped), escaped);
    }
    const other = language === "en" ? "index.ko.html" : "index.html";
    assert.ok(html.includes(`href="${other}"`));
  }
});

Deno.test("renderStudentPage() opens the picture of a failed check only", () => {
  const html = page(student);
  const failed = html.match(/<article class="check failed"[^]*?<\/article>/g)!;
  assert.equal(failed.length, 3);
  for (const check of failed) {
    assert.match(check, /<dt>Expected<\/dt>/);
    assert.match(check, /<pre class="steps">/);
    assert.match(check, /<figure>\n<svg/);
    assert.match(check, /<template id="lesson-\d+-\d+--0">/);
  }
  const passed = html.match(/<details class="check passed"[^]*?<\/details>/g)!;
  assert.ok(passed.length > 10);
  for (const check of passed) assert.match(check, /<figure>/);
  assert.ok(!/<details[^>]* open/.test(html));
});

Deno.test("renderStudentPage() has ids that are all different, and links to them", () => {
  const html = page(student);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, id] of html.matchAll(/(?:href="#|data-details=")([^"]*)"/g)) {
    assert.ok(ids.includes(id), id);
  }
});

Deno.test("renderStudentPage() says that a file is missing", () => {
  const text = seen(page(missingStudent("lee")));
  assert.match(text, /The submission has no file 03_connect\/connect\.ts/);
  assert.match(text, /0 \/ 100/);
});

Deno.test("renderStudentPage() says of a missing file no word a second time", () => {
  const missing = missingStudent("lee");
  for (const { checks } of missing.lessons) {
    for (const check of checks) {
      check.told = { note: { en: "again", ko: "다시" } };
    }
  }
  assert.doesNotMatch(seen(page(missing)), /again/);
});

Deno.test("renderStudentPage() leaves out what is for the instructor", () => {
  const text = { en: "an edited check", ko: "고친 검사" };
  const remarks = [{ kind: "tampering", text }, {
    kind: "note",
    text,
  }] as const;
  for (const language of ["en", "ko"] as const) {
    const html = page({ ...student, remarks: [...remarks] }, language);
    assert.ok(!html.includes(text[language]));
  }
});

Deno.test("renderStudentPage() escapes all that comes from a submission", () => {
  for (const language of ["en", "ko"] as const) {
    const html = page(hostileStudent(), language);
    assert.equal(html.match(/<script/g)!.length, 1);
    assert.ok(!html.includes("<img"));
    // Outside of quotes there are no attributes that run something.
    assert.ok(!/<[^<>]* on\w+=/.test(html.replaceAll(/"[^"]*"/g, '""')));
    // deno-lint-ignore no-control-regex
    assert.ok(!/[\x00-\x08\x0b-\x1f\x7f-\x9f\uffff]/.test(html));
    assert.ok(html.isWellFormed());
  }
});

Deno.test("renderStudentPage() needs nothing from anywhere else", () => {
  const html = page(student);
  assert.match(
    html,
    /default-src 'none'; style-src 'sha256-[^']+'; script-src/,
  );
  const links = [...html.matchAll(/(?:src|href)="([^"]*)"/g)]
    .map(([, link]) => link).filter((link) => !link.startsWith("#"));
  assert.deepEqual([...new Set(links)], ["index.ko.html"]);
  assert.deepEqual(html.match(/ style="/g), null);
});

for (const mode of ["light", "dark"] as const) {
  Deno.test(`all words of the pages can be read on their paper (${mode})`, () => {
    const { paper, text, muted, note, fault, arrow } = palettes[mode];
    const { good, soft } = pageColours[mode];
    for (const ink of [text, muted, note, fault, arrow, good]) {
      assert.ok(contrast(ink, paper) >= 4.5, ink);
    }
    assert.ok(contrast(text, soft) >= 4.5);
  });
}
