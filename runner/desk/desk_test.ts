import assert from "node:assert/strict";
import { browser } from "../fixtures/browser.ts";
import { inChrome } from "../fixtures/chrome.ts";
import type { OpenPage } from "../fixtures/chrome.ts";
import { courseTest } from "../fixtures/command.ts";
import type { Course } from "../fixtures/command.ts";
import { linesUntil } from "../fixtures/command.ts";

/** A desk that runs in a copy of the course, for the time of `use`. */
async function withDesk(
  { base }: Course,
  args: string[],
  use: (address: string, child: Deno.ChildProcess) => Promise<void>,
): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["task", "--quiet", "desk", "--no-browser", "--lang=en"],
      ...args,
    ],
    cwd: base,
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  try {
    const said = await linesUntil(child.stdout)("http://");
    await use(/http:\S+/.exec(said)![0], child);
  } finally {
    child.kill("SIGINT");
    await child.status;
  }
}

/** A test with the desk of a course that is open in a browser. */
function deskTest(
  name: string,
  args: string[],
  use: (page: OpenPage, course: Course, address: string) => Promise<void>,
): void {
  if (browser === undefined) return;
  courseTest(
    `deno task desk ${name}`,
    (course) =>
      withDesk(course, args, (address) =>
        inChrome(async (page) => {
          await page.go(address);
          await use(page, course, address);
          const host = new URL(address).host;
          const elsewhere = page.asked.filter((url) =>
            !url.startsWith("data:") && new URL(url).host !== host
          );
          assert.deepEqual(elsewhere, []);
          assert.deepEqual(page.errors, []);
        })),
  );
}

const text = (selector: string) =>
  `(document.querySelector(${JSON.stringify(selector)})?.textContent ?? "")`;
const click = (selector: string) =>
  `document.querySelector(${JSON.stringify(selector)}).click()`;

deskTest("shows a page, in both languages", [], async (page) => {
  await page.until(`${text("article h1")}.includes("connect")`);
  assert.ok(await page.see(`document.querySelectorAll("article svg").length`));
  assert.equal(await page.see(text("article code")), "connect");
  await page.see(click("#language"));
  await page.until(`${text("article h2")} === "왜 중요한가"`);
  assert.equal(await page.see("document.documentElement.lang"), "ko");
});

deskTest(
  "has the verdict by itself after each save",
  [],
  async (page, course) => {
    await page.see(click("#tab-verdict"));
    await page.until(`/not started/.test(${text("#main h2")})`);
    Deno.writeTextFileSync(course.exercise, course.solution);
    await page.until(`/passed/.test(${text("#main h2")})`);
    const wrong = course.wrongAnswer("swallows_the_refusal");
    const nasty = `console.log("<script>document.title='run'</script>");`;
    Deno.writeTextFileSync(
      course.exercise,
      wrong.replaceAll("try {", `${nasty} try {`),
    );
    await page.until(`/FAILED/.test(${text("#main h2")})`);
    assert.match(await page.see(text(".answers .came")), /^Came/);
    assert.match(await page.see(text(".answers pre")), /^<script>/);
    assert.equal(await page.see("document.title"), "socketlings");
    // Ten saves at once: the last one counts.
    for (let i = 0; i < 9; i++) {
      Deno.writeTextFileSync(course.exercise, `${course.stub}\n// ${i}\n`);
    }
    Deno.writeTextFileSync(course.exercise, course.solution);
    await page.until(`/passed/.test(${text("#main h2")})`);
    await page.until(`/^1 of/.test(${text("nav .sum")}.trim())`);
  },
);

deskTest("lets somebody play the other end", [], async (page, course) => {
  Deno.writeTextFileSync(course.exercise, course.solution);
  await page.see(click("#tab-hands"));
  await page.see(click("#start"));
  await page.until(`/connect\\(\\)/.test(${text("#film")})`);
});

deskTest("says nothing of passed and failed in a hall", [
  "--projector",
], async (page, course) => {
  Deno.writeTextFileSync(
    course.exercise,
    course.wrongAnswer("swallows_the_refusal"),
  );
  await page.until(`/connectTo/.test(${text("#main h3")})`);
  assert.doesNotMatch(await page.see(text("body main")), /FAILED|passed|Came/);
});

deskTest(
  "is whole at any width, in light and in dark, and by keys alone",
  [],
  async (page, course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    for (const tab of ["page", "verdict", "hands"]) {
      await page.see(click(`#tab-${tab}`));
      for (const [width, scheme] of [[360, "dark"], [1280, "light"]] as const) {
        await page.look(width, scheme);
        assert.ok(
          await page.see("document.documentElement.scrollWidth <= innerWidth"),
          `${tab} at ${width}`,
        );
      }
    }
    await page.see(click("#tab-verdict"));
    await page.until(`/passed/.test(${text("#main h2")})`);
    await page.press("End");
    await page.until(`/^(\\d+) \\/ \\1$/.test(${text(".place")})`);
    const nameless = await page.see(
      `[...document.querySelectorAll("button, input, a")]
    .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label"))).length`,
    );
    assert.equal(nameless, 0);
  },
);

courseTest(
  "deno task desk lets nobody in who does not know it",
  async (course) => {
    await withDesk(course, [], async (address) => {
      const { origin, pathname, port } = new URL(address);
      const status = async (url: string, init: RequestInit = {}) => {
        const response = await fetch(url, init);
        await response.body?.cancel();
        return response.status;
      };
      assert.equal(await status(address), 200);
      assert.equal(await status(origin), 403);
      assert.equal(await status(`${origin}/x${pathname}`), 403);
      for (
        const path of [
          "../deno.json",
          "app/../../deno.json",
          "app/desk/main.ts",
          "page/99",
          "app/player/constructor",
        ]
      ) {
        assert.ok(await status(address + path) >= 400, path);
      }
      const elsewhere = { origin: "https://example.org" };
      assert.equal(await status(address, { headers: elsewhere }), 403);
      assert.equal(
        await status(`${address}hands`, {
          method: "POST",
          headers: elsewhere,
          body: "{}",
        }),
        403,
      );
      // A name of another site that leads to this machine (DNS rebinding).
      const conn = await Deno.connect({ port: Number(port) });
      await conn.write(new TextEncoder().encode(
        `GET ${pathname} HTTP/1.1\r\nHost: example.org:${port}\r\nConnection: close\r\n\r\n`,
      ));
      assert.match(await new Response(conn.readable).text(), /^HTTP\/1\.1 403/);
      const policy = (await fetch(address)).headers.get(
        "content-security-policy",
      );
      assert.match(policy!, /default-src 'none'; script-src 'self'/);
    });
  },
);

courseTest(
  "deno task desk takes another port where one is taken",
  async (course) => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = taken.addr;
    await withDesk(course, ["--port", String(port)], async (address) => {
      assert.notEqual(new URL(address).port, String(port));
      assert.equal((await fetch(address)).status, 200);
    });
  },
);
