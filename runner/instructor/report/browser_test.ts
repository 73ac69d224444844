import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { marksOf } from "../marks.ts";
import { hostileStudent, loadClass, missingStudent } from "./made.ts";
import { renderOverview } from "./overview.ts";
import { renderStudentPage } from "./student_page.ts";
import { addStudent, newTally } from "./tally.ts";

/** Where a browser may be; the tests are left out where there is none. */
const browser = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((path) => {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
});

/** What stands in a page in the end, and what its console says. */
async function opened(text: string): Promise<{ dom: string; said: string[] }> {
  const folder = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    const path = join(folder, "index.html");
    Deno.writeTextFileSync(path, text);
    const { stdout, stderr } = await new Deno.Command(browser!, {
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-logging=stderr",
        `--user-data-dir=${join(folder, "user")}`,
        "--virtual-time-budget=2000",
        "--dump-dom",
        pathToFileURL(path).href,
      ],
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).output();
    const utf8 = new TextDecoder();
    const said = utf8.decode(stderr).split("\n")
      .filter((line) => line.includes("CONSOLE"));
    return { dom: utf8.decode(stdout), said };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

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
      const { dom, said } = await opened(page);
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
    const { dom, said } = await opened(page);
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
    const { dom, said } = await opened(page);
    assert.deepEqual(said, []);
    assert.match(/data-clicked="([^"]*)"/.exec(dom)![1], /0000 {2}70 72 69 63/);
    assert.match(dom, /data-wide="false"/);
  },
});
