import assert from "node:assert/strict";
import { browser, opened } from "../../fixtures/browser.ts";
import { marksOf } from "../mark/marks.ts";
import { hostileStudent, loadClass, missingStudent } from "./fixtures/made.ts";

import { renderStudentPage } from "./student_page.ts";
import { addStudent, newTally, renderOverview } from "./overview.ts";

const { lessons, student } = loadClass();
const students = [student, missingStudent("lee"), hostileStudent()];
const marks = students.map((one) => marksOf(one, lessons));

function studentPage(i: number): string {
  const sources = new Map<string, string[]>();
  return renderStudentPage(students[i], marks[i], lessons, sources, "ko");
}

function overview(): string {
  const tally = newTally(lessons);
  students.forEach((one, i) => addStudent(tally, one, marks[i], lessons));
  return renderOverview(tally, lessons, "en");
}

Deno.test({
  name: "the pages open in a real browser without a word of complaint",
  ignore: browser === undefined,
  async fn() {
    for (const page of [studentPage(0), studentPage(2), overview()]) {
      const { dom, said } = await opened("index.html", page);
      assert.deepEqual(said, []);
      assert.doesNotMatch(dom, /<title>broken in/);
      assert.match(dom, /<\/main>/);
    }
  },
});

Deno.test({
  name: "a page runs no script but its own",
  ignore: browser === undefined,
  async fn() {
    const attack = "<script>document.title = 'broken in'</script>" +
      '<img src="x" onerror="document.title = \'broken in\'">' +
      "<style>main{display:none}</style>";
    const page = studentPage(0).replace("<main>", `<main>${attack}`);
    const { dom, said } = await opened("index.html", page);
    assert.doesNotMatch(dom, /<title>broken in/);
    assert.match(said.join("\n"), /Content Security Policy/);
  },
});

Deno.test({
  name: "a row of a failed check's picture tells its bytes when it is clicked",
  ignore: browser === undefined,
  async fn() {
    const clicking = `<script>
const rows = [...document.querySelectorAll("[data-details]")];
rows.find(({ textContent }) => textContent.includes("prices"))
  .dispatchEvent(new MouseEvent("click", { bubbles: true }));
document.body.dataset.clicked = document.getElementById("shown").innerText;
document.body.dataset.wide = document.documentElement.scrollWidth > innerWidth;
</script>`;
    // The test's own script has no hash in the policy.
    const page = studentPage(0).replace(/<meta http-equiv[^>]*>/, "")
      .replace("</body>", `${clicking}</body>`);
    const { dom, said } = await opened("index.html", page);
    assert.deepEqual(said, []);
    assert.match(/data-clicked="([^"]*)"/.exec(dom)![1], /0000 {2}70 72 69 63/);
    assert.match(dom, /data-wide="false"/);
  },
});
