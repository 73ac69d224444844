import assert from "node:assert/strict";
import { join } from "node:path";
import { findLessons, root } from "../../course.ts";
import { readmes } from "./belongs.ts";
import type { Choice } from "./belongs.ts";
import { editReadme } from "./edit.ts";

const lessons = findLessons();
const all: Choice = { lessons, languages: ["en", "ko"], exam: false };
const some = (...numbers: number[]): Choice => ({
  ...all,
  lessons: lessons.filter(({ number }) => numbers.includes(number)),
});

for (const language of ["en", "ko"] as const) {
  const file = join(root, readmes[language]);
  const text = Deno.readTextFileSync(file).replaceAll("\r\n", "\n");

  Deno.test(`editReadme() cuts what students do not have (${language})`, () => {
    const edited = editReadme(text, all);
    assert.doesNotMatch(
      edited,
      /<!--|--solution|CONTRIBUTING|task (check|grade)|\(for |기여자|교수자/,
    );
    assert.match(edited, /^\[.*\]\(README.*\)$/m);
    assert.equal(edited.match(/^\d+\. \[/gm)?.length, lessons.length);
    assert.match(edited, /^\| `--hint`/m);
    assert.match(edited, /^npx .* task lesson 1$/m);
    assert.match(edited, /task lesson 6\n/);
    assert.doesNotMatch(edited, /\n{3}|\n\n$/);
  });

  Deno.test(`editReadme() cuts the other language (${language})`, () => {
    const edited = editReadme(text, { ...all, languages: [language] });
    assert.doesNotMatch(edited, /^\[.*\]\(README/m);
    assert.match(edited, /^# socketlings\n\n```sh\n/);
  });

  Deno.test(`editReadme() cuts the hints of an exam (${language})`, () => {
    assert.doesNotMatch(editReadme(text, { ...all, exam: true }), /--hint/);
  });

  Deno.test(`editReadme() cuts the lessons left out (${language})`, () => {
    const edited = editReadme(text, some(4, 5));
    assert.deepEqual(edited.match(/lessons\/\d\d_\w+/g), [
      "lessons/04_read_write",
      "lessons/05_sendto_recvfrom",
    ]);
    assert.match(edited, /^4\. \[.*\n5\. \[/m);
    assert.match(edited, /^npx .* task lesson 4$/m);
    assert.match(edited, /^(That shows lesson 4 and|4과를 보여 주고) /m);
    assert.doesNotMatch(edited, /lesson 1|lesson 6|1과/);
  });

  Deno.test(`editReadme() keeps the numbers of lessons (${language})`, () => {
    const edited = editReadme(text, some(1, 7));
    assert.match(edited, /^- \[1\. socket.*\n- \[7\. client.*\n\n/m);
  });
}

Deno.test("editReadme() keeps marked parts apart from each other", () => {
  const text = `One.

<!-- lesson 3 -->

Three.

<!-- /lesson 3 -->

<!-- lesson 30 -->

Thirty.

<!-- /lesson 30 -->

<!-- contributors -->

Two.

<!-- /contributors -->

Four.
`;
  assert.equal(editReadme(text, some(3)), "One.\n\nThree.\n\nFour.\n");
});
