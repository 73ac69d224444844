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

Deno.test({
  name: "the class can be sorted, filtered and searched, and fits a phone",
  ignore: browser === undefined,
  async fn() {
    const using = `<script>
const shown = () => [...document.querySelectorAll(".matrix tbody tr")]
  .filter((row) => !row.hidden).map((row) => row.cells[0].textContent).join();
const said = document.body.dataset;
const [first, byTotal] = document.querySelectorAll(".matrix th button");
byTotal.click();
said.up = shown();
byTotal.click();
said.down = shown();
said.sorted = byTotal.parentElement.getAttribute("aria-sort");
first.click();
show.value = "missing";
show.dispatchEvent(new Event("change"));
said.missing = shown();
show.value = "";
search.value = "민준";
search.dispatchEvent(new Event("input"));
said.found = shown();
said.count = document.getElementById("count").textContent;
document.title = "used";
</script>`;
    // The test's own script has no hash in the policy, and no attack has a
    // place in the names.
    const tally = newTally(lessons);
    [...students.slice(0, 2), missingStudent("park")].forEach((one) =>
      addStudent(tally, one, marksOf(one, lessons), lessons)
    );
    const page = renderOverview(tally, lessons, "en")
      .replace(/<meta http-equiv[^>]*>/, "")
      .replace("</body>", `${using}</body>`);
    const { dom, said } = await opened("index.html", page);
    assert.deepEqual(said, []);
    const told = (what: string) =>
      new RegExp(`data-${what}="([^"]*)"`).exec(dom)?.[1];
    const { student: kim } = student;
    assert.equal(told("up"), `lee,park,${kim}`);
    assert.equal(told("down"), `${kim},lee,park`);
    assert.equal(told("sorted"), "descending");
    assert.equal(told("missing"), "lee,park");
    assert.equal(told("found"), kim);
    assert.equal(told("count"), "1 / 3");
    const phone =
      '<iframe id="phone" style="width:390px;height:2000px"></iframe>' +
      `<script>
const phone = document.getElementById("phone");
phone.srcdoc = ${JSON.stringify(overview()).replaceAll("<", "\\u003c")};
phone.onload = () => {
  const { scrollWidth } = phone.contentDocument.documentElement;
  const boxes = [...phone.contentDocument.querySelectorAll(".scroll")];
  document.title = "wide:" + (scrollWidth > 390 ||
    boxes.some((box) => box.scrollWidth > box.clientWidth));
};
</script>`;
    const small = await opened("phone.html", phone);
    assert.match(small.dom, /<title>wide:false/);
  },
});
